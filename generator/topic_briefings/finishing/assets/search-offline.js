/* The search of a site that is opened from a disk, where a page may load a script but fetch nothing: all entries
   are in one script, and the browser looks through them itself. It offers what the engine of a site on a server
   does (search-online.js). */
(() => {
  "use strict";

  const ENTRIES = "assets/search-entries.js";
  const IN_TITLE = 6;
  const IN_BY = 4;

  class Engine {
    constructor(base, match, facets) {
      this.base = base;
      this.match = match;
      this.facetNames = facets;
      this.whenMore = () => {};
      this.started = null;
    }

    start() {
      this.started ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(ENTRIES, this.base).href;
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      }).then(() => {
        const { names, rows } = window.briefingsEntries;
        this.names = names;
        this.entries = rows.map(([kind, href, date, title, text, by, source, quoted, also, ...filed]) => ({
          kind, href, date, title, text, by, source, quoted,
          ...Object.fromEntries(this.facetNames.map((facet, place) => [facet, filed[place]])),
          inTitle: this.match.folded(title),
          inText: this.match.folded(text),
          inBy: this.match.folded(`${by} ${source} ${also}`),
        }));
      });
      return this.started;
    }

    more() {} // all is there

    reset() {
      this.started = null;
    }

    async search(query, filters, order, kind) {
      await this.start();
      const stems = this.match.stems(query);
      const matched = stems.length
        ? this.entries.map((entry) => [entry, score(entry, stems)]).filter(([, points]) => points > 0)
        : [];
      const left = matched.filter(([entry]) => this.passes(entry, filters));
      left.sort(
        order === "date"
          ? ([a], [b]) => (a.date < b.date) - (a.date > b.date)
          : ([one, a], [other, b]) => other.quoted - one.quoted || b - a, // equal ones stay in the order of the entries
      );
      const kinds = new Map();
      for (const [entry] of left) {
        if (!kinds.has(entry.kind)) kinds.set(entry.kind, []);
        kinds.get(entry.kind).push({ load: async () => this.shown(entry) });
      }
      return { kinds, facets: this.facets(matched, filters, kind), complete: true };
    }

    passes(entry, filters) {
      return Object.entries(filters).every(([facet, name]) => entry[facet].some((number) => this.names[number] === name));
    }

    facets(matched, filters, kind) {
      const facets = {};
      for (const facet of this.facetNames) {
        const { [facet]: chosen, ...others } = filters;
        const counts = (facets[facet] = {});
        for (const [entry] of matched) {
          if ((kind && entry.kind !== kind) || !this.passes(entry, others)) continue;
          for (const number of entry[facet]) {
            const name = this.names[number];
            counts[name] = (counts[name] ?? 0) + 1;
          }
        }
      }
      return facets;
    }

    shown({ kind, title, text, by, source, date, href }) {
      return { kind, title, by, source, date, words: text.split(/\s+/).filter(Boolean), marked: new Set(), href: new URL(href, this.base).href };
    }
  }

  /* Every word must be there. A word in the title or the speaker's name weighs more than one in the text, and a
     word in a short text more than one in a long text. */
  function score(entry, stems) {
    let points = 0;
    for (const stem of stems) {
      const times = count(entry.inText, stem);
      const found =
        IN_TITLE * (count(entry.inTitle, stem) > 0) +
        IN_BY * (count(entry.inBy, stem) > 0) +
        times / (times + 0.5 + entry.inText.length / 1000);
      if (found === 0) return 0;
      points += found;
    }
    return points;
  }

  function count(text, stem) {
    let times = 0;
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length)) times += 1;
    return times;
  }

  window.briefingsSearch = (base, match, facets) => new Engine(base, match, facets);
})();
