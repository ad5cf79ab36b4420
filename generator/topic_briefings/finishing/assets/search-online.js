/* The search of a site on a server: Pagefind's index, of which the browser loads what a query needs.

   An engine is an object with
     search(query, filters, order) → {kinds, facets, complete}
       kinds   a Map from the kind to its hits in order; a hit has load() → what to show
       facets  {topic: {name: number}, country: …, speaker: …}, or null while they are not known
       complete  false when more is on its way
     reset()  begins anew, after something could not be loaded
     more()  asks for that, when something is on the screen
     whenMore  a function to call when it has come. */
(() => {
  "use strict";

  const RANKING = { metaWeights: { title: 5, by: 3, source: 0.1, forms: 1 } };

  const VOICE = "voice";

  class Engine {
    constructor(base, match, facets) {
      this.match = match;
      this.facetNames = facets;
      this.bundle = new URL("pagefind/", base).href;
      this.base = base;
      this.whenMore = () => {};
      this.complete = false;
      this.started = null;
    }

    /* The first index, that of the articles, and Pagefind's program. */
    start() {
      this.started ??= (async () => {
        const entry = fetch(`${this.bundle}pagefind-entry.json`, { cache: "no-cache" });
        const pagefind = await import(`${this.bundle}pagefind.js`);
        const response = await entry;
        if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
        const languages = Object.keys((await response.json()).languages);
        this.others = languages.filter((language) => language.includes("-x-"));
        this.first = this.others.length ? "article" : "page";
        await pagefind.options({ noWorker: true, ranking: RANKING });
        await pagefind.init();
        this.pagefind = pagefind;
      })();
      return this.started;
    }

    reset() {
      this.pagefind?.destroy();
      Object.assign(this, { started: null, coming: null, complete: false, narrowable: false });
    }

    /* The other kinds and the facets, after the first results are on the screen. */
    more() {
      this.coming ??= this.rest().catch((error) => {
        console.warn("A part of the search could not be loaded:", error);
        this.complete = true; // what there is is all there will be
        this.whenMore();
      });
    }

    async rest() {
      const merge = (language) => {
        const kind = language.split("-x-")[1];
        return this.pagefind.mergeIndex(this.bundle, { language, mergeFilter: { kind }, ranking: RANKING });
      };
      await Promise.all([this.pagefind.options({ mergeFilter: { kind: this.first } }), ...this.others.map(merge)]);
      this.complete = true;
      this.whenMore();
      await this.pagefind.filters();
      this.narrowable = true;
      this.whenMore();
    }

    async search(query, filters, order, kind) {
      await this.start();
      const asked = this.match.asked(query);
      const options = { filters, sort: order === "date" ? { date: "desc" } : {} };
      const found = await this.pagefind.search(asked, options);
      const all = new Map();
      for (const result of found.results) {
        const of = /-x-([a-z]+)_/.exec(result.id)?.[1] ?? this.first;
        if (!all.has(of)) all.set(of, []);
        all.get(of).push(this.hit(result));
      }
      if (all.has(VOICE)) all.set(VOICE, await this.voices(asked, filters));
      const certain = await Promise.all([...all].map(([, hits]) => this.isTrue(query, hits[0])));
      const kinds = new Map([...all].filter((_, place) => certain[place]));
      const facets = this.narrowable ? await this.facets(query, filters, kind ? [kind] : [...kinds.keys()]) : null;
      return { kinds, facets, complete: this.complete };
    }

    hit(result) {
      return { load: async () => this.shown(await result.data()) };
    }

    /* Of several people with the name that is asked for, whoever is quoted most is meant most often. */
    async voices(asked, filters) {
      const narrowed = { filters: { ...filters, kind: VOICE } };
      const [most, every] = [{ ...narrowed, sort: { quoted: "desc" } }, narrowed];
      const [ranked, found] = await Promise.all([this.pagefind.search(asked, most), this.pagefind.search(asked, every)]);
      const known = new Set(ranked.results.map((result) => result.id));
      return [...ranked.results, ...found.results.filter((result) => !known.has(result.id))].map((result) => this.hit(result));
    }

    /* Where an index has no word that begins as a word of the query does, Pagefind takes one that begins a little
       like it. That is so for all hits of a kind or for none, so the first one tells. */
    async isTrue(query, hit) {
      const { title, by, source, words, forms } = await hit.load();
      const there = this.match.folded([title, by, source, forms, ...words].join(" ")).split(" ");
      const same = (word, other) => alike(word, other) || (this.match.isRun(word) && other.includes(word));
      return this.match.words(query).every((word) => there.some((other) => same(word, other)));
    }

    /* How many hits each choice of a facet would leave, with the other facets as they are. */
    async facets(query, filters, kinds) {
      const facets = {};
      for (const facet of this.facetNames) {
        const { [facet]: chosen, ...others } = filters;
        const found = await this.pagefind.search(this.match.asked(query), { filters: { ...others, kind: { any: kinds } } });
        facets[facet] = found.filters[facet] ?? {};
      }
      return facets;
    }

    /* What to show of a fragment; the path of its file says kind, date and address. */
    shown(fragment) {
      const [kind, date, ...path] = fragment.raw_url.replace(/^\//, "").split("/");
      let address = path.join("/");
      if (kind === "quotation") {
        const anchor = path.pop().replace(/\.html$/, "");
        const page = path.join("/");
        address = `${page.endsWith(".html") ? page : `${page}/`}#${anchor}`;
      }
      const { title = "", by = "", source = "", forms = "" } = fragment.meta;
      let words = fragment.content.split(/\s+/).filter(Boolean);
      let marked = fragment.locations;
      if (title) {
        const length = title.split(/\s+/).length; // Pagefind puts the title before the text
        words = words.slice(length);
        marked = marked.map((place) => place - length);
      }
      return {
        kind, title, by, source, words, forms,
        marked: new Set(marked),
        date: date === "undated" ? "" : date,
        href: new URL(address, this.base).href,
      };
    }
  }

  /* Whether one word goes on where the other ends, or both are forms of one: "happy" and "happiness". */
  function alike(one, other) {
    let shared = 0;
    while (shared < one.length && one[shared] === other[shared]) shared += 1;
    const shorter = Math.min(one.length, other.length);
    return (
      shared === one.length || shared > 0.55 * Math.max(one.length, other.length) || (shorter > 4 && shared >= shorter - 2)
    );
  }

  window.briefingsSearch = (base, match, facets) => new Engine(base, match, facets);
})();
