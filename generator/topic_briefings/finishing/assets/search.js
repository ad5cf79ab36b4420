/* The search box: a dialog with a query, what to narrow it by, and the results, grouped by what they are.

   It knows no index; the engine of search-online.js or search-offline.js does. What it shows comes from articles,
   which are untrusted, so every piece of text enters the page as a text node. */
(() => {
  "use strict";

  const dialog = document.getElementById("bf-search");
  if (!dialog || !window.briefingsSearch) return;

  const AT_ONCE = 20;
  const CHOICES = 60;
  const EXCERPT = 30; // words
  const LONGEST_QUOTATION = 60;
  const PAUSE = 120; // milliseconds after the last key
  const KEPT = "briefings.search";
  const BOUND = "\u241e"; // stands before each sentence

  const base = new URL(dialog.dataset.base || ".", document.baseURI);
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  const language = document.documentElement.lang || "en";
  const strings = dialog.dataset;
  const numbers = new Intl.NumberFormat(strings.locale);
  const dates = new Intl.DateTimeFormat(strings.locale, { dateStyle: "long", timeZone: "UTC" });
  const part = (name) => dialog.querySelector(`[data-bf="${name}"]`);
  const [query, status, results, narrow, form, narrowed] = ["query", "status", "results", "narrow", "form", "narrowed"].map(part);
  const choices = [...form.querySelectorAll('input[name="kind"][data-word]')];
  const KINDS = choices.map((choice) => choice.value);
  const WORDS = Object.fromEntries(choices.map((choice) => [choice.value, choice.dataset.word]));
  const AT_FIRST = Object.fromEntries(choices.map((choice) => [choice.value, Number(choice.dataset.first)]));
  const FACETS = [...form.querySelectorAll("select[data-facet]")].map((select) => select.name);

  /* ---------------------------------------------------------------- words */

  const ENDINGS = { de: /(?:ern|en|er|es|em|e|n|s)$/, en: /(?:ings?|ies|ied|ed|es|s|e|y)$/ };
  const ending = ENDINGS[language.split("-")[0]] ?? ENDINGS.en;

  const letters = JSON.parse(strings.letters); // those that Unicode does not take apart
  const unlike = new RegExp(`[${Object.keys(letters).join("")}]`, "g");
  const elided = new RegExp(`(^|[^\\p{L}\\p{N}])(?:${strings.elided})['’](?=\\p{L}{2})`, "gu");
  const run = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu; // words without spaces between them

  const match = {
    /* Letters and digits only, without accents and elided articles, each word after one space. */
    folded(text) {
      const plain = text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(unlike, (letter) => letters[letter]);
      const bare = plain.replace(elided, "$1").replace(/['’]/g, "").replace(run, " $& ");
      return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
    },
    words(text) {
      return match.folded(text).split(" ").filter(Boolean);
    },
    isRun(word) {
      return word.search(run) >= 0;
    },
    runs(text) {
      return text.match(run) ?? [];
    },
    /* The words of a query as they would begin in folded text, without a common ending; signs stand anywhere. */
    stems(text) {
      return match.words(text).map((word) => {
        if (match.isRun(word)) return word;
        return ` ${word.length > 4 ? word.replace(ending, "") : word}`;
      });
    },
    /* A query as the index has its words: of a run of signs every two that stand together. */
    asked(text) {
      const bare = text.toLowerCase().replace(elided, "$1");
      return bare.replace(run, (signs) => {
        const pairs = [...signs].slice(1).map((sign, place) => [...signs][place] + sign);
        return ` ${pairs.length ? pairs.join(" ") : signs} `;
      });
    },
  };

  /* ---------------------------------------------------------------- what is asked */

  const engine = window.briefingsSearch(base, match, FACETS);
  let wanted = "";
  let before = ""; // what was asked when the last narrowing was chosen
  let turn = 0;
  let shown = { kinds: new Map(), facets: null };
  let many = new Map();

  const chosenKind = () => form.elements.kind.value;
  const order = () => form.elements.order.value;

  function filters() {
    const chosen = FACETS.map((facet) => [facet, form.elements[facet].value]);
    return Object.fromEntries(chosen.filter(([, value]) => value));
  }

  const isNarrowed = () => chosenKind() !== "" || Object.keys(filters()).length > 0;

  function lift() {
    for (const facet of FACETS) form.elements[facet].value = "";
    form.elements.kind.value = "";
  }

  function ask() {
    wanted = query.value.trim();
    // Who asks for something else asks everywhere; more words to the same question keep what it was narrowed to.
    const [one, other] = [wanted.toLowerCase(), before.toLowerCase()];
    if (!one.startsWith(other) && !other.startsWith(one)) lift();
    before = wanted;
    many = new Map();
    remember();
    return answer();
  }

  async function answer() {
    const mine = ++turn;
    dialog.toggleAttribute("data-asked", wanted !== "");
    results.setAttribute("aria-busy", String(wanted !== ""));
    if (!wanted) {
      clear();
      return;
    }
    try {
      const found = await engine.search(wanted, filters(), order(), chosenKind());
      if (mine !== turn) return;
      shown = found;
      await show(mine);
      if (mine === turn) results.setAttribute("aria-busy", "false");
      engine.more();
    } catch (error) {
      engine.reset(); // the next attempt may have more luck
      if (mine !== turn) return;
      console.warn("The search could not be loaded:", error);
      results.replaceChildren();
      results.setAttribute("aria-busy", "false");
      status.textContent = strings.failed;
      dialog.removeAttribute("data-asked");
    }
  }

  engine.whenMore = () => {
    if (wanted) answer();
  };

  function clear() {
    lift();
    tellNarrowed();
    results.replaceChildren();
    status.textContent = "";
  }

  /* ---------------------------------------------------------------- what is shown */

  async function show(mine) {
    const kind = chosenKind();
    const groups = [];
    for (const each of kind ? [kind] : KINDS) {
      const hits = shown.kinds.get(each) ?? [];
      const number = kind ? (many.get(each) ?? AT_ONCE) : AT_FIRST[each];
      if (hits.length) groups.push({ kind: each, hits, loaded: Promise.all(hits.slice(0, number).map((hit) => hit.load())) });
    }
    const sections = [];
    for (const group of groups) sections.push(section(group, await group.loaded));
    if (mine !== turn) return;
    tellNarrowed();
    const held = document.activeElement?.closest?.("[data-bf='results'] a")?.href;
    results.replaceChildren(...sections);
    if (held) [...results.querySelectorAll("a")].find((link) => link.href === held)?.focus();
    count();
    offer();
  }

  /* One kind of results, with a button for the rest. */
  function section({ kind, hits }, first) {
    const heading = element("h2", "bf-search__kind", WORDS[kind]);
    const list = element("ol", "bf-search__hits");
    list.append(...first.map(line));
    const whole = element("section", "bf-search__group", heading, list);
    if (hits.length > first.length) {
      const button = element("button", "bf-search__more", strings.more.replace("{n}", numbers.format(hits.length - first.length)));
      button.type = "button";
      button.addEventListener("click", () => more(kind, first.length));
      whole.append(button);
    }
    return whole;
  }

  async function more(kind, already) {
    if (chosenKind() === kind) many.set(kind, already + AT_ONCE);
    else form.elements.kind.value = kind;
    await answer();
    results.querySelectorAll("a")[already]?.focus();
  }

  function line(found) {
    const quoted = found.kind === "quotation";
    const stems = match.stems(wanted);
    const link = element("a", "bf-search__hit");
    link.href = found.href;
    const about = [found.by, found.source, found.date ? dates.format(new Date(`${found.date}T00:00:00Z`)) : ""];
    if (!found.date && (quoted || found.kind === "article")) about[2] = strings.undated;
    if (quoted) link.append(element("q", "bf-search__quote", ...excerpt(found, stems, LONGEST_QUOTATION)));
    else link.append(element("span", "bf-search__title", ...marked(found.title.split(/\s+/), new Set(), stems)));
    const facts = about.filter(Boolean).join(" · ");
    if (facts) link.append(element("span", "bf-search__facts", ...marked(facts.split(" "), new Set(), quoted || found.kind === "voice" ? stems : [])));
    if (!quoted && found.words.length && found.kind !== "voice") link.append(element("span", "bf-search__excerpt", ...excerpt(found, stems, EXCERPT)));
    return element("li", "", link);
  }

  /* Of the sentences of a text the one with most of the query's words in it, and those behind it that have room. */
  function excerpt({ words, marked: places }, stems, length) {
    const all = new Set(places);
    words.forEach((word, place) => isMatch(word, stems) && all.add(place));
    const sentences = cut(words);
    const held = sentences.map(([from, to]) => different(words, [...all], stems, from, to));
    const best = held.indexOf(Math.max(...held));
    let [from, to] = sentences[best] ?? [0, 0];
    for (const [, end] of sentences.slice(best + 1)) {
      if (end - from > length) break;
      to = end;
    }
    const [start, end] = to - from > length * 1.5 ? around([...all], from, to, length) : [from, to];
    const kept = words.map((_, place) => place).filter((place) => place >= start && place < end && words[place] !== BOUND);
    const nodes = marked(kept.map((place) => words[place]), new Set(kept.flatMap((place, at) => (all.has(place) ? [at] : []))), []);
    if (start > from) nodes.unshift("… ");
    if (end < to) nodes.push(" …");
    return nodes;
  }

  /* The places at which each sentence begins and ends. */
  function cut(words) {
    const bounds = words.flatMap((word, place) => (word === BOUND ? [place] : []));
    return [-1, ...bounds].map((bound, at) => [bound + 1, bounds[at] ?? words.length]).filter(([from, to]) => from < to);
  }

  /* How many words of the query stand between two places. */
  function different(words, places, stems, from, to) {
    const inside = places.filter((place) => place >= from && place < to);
    return new Set(inside.map((place) => stems.find((stem) => isMatch(words[place], [stem])))).size;
  }

  /* The part of a long sentence that begins a little before the first word that was asked for. */
  function around(places, from, to, length) {
    const first = Math.min(...places.filter((place) => place >= from && place < to), to);
    const start = Math.max(from, Math.min(first < to ? first - 4 : from, to - length));
    return [start, Math.min(to, start + length)];
  }

  /* Text nodes, and mark elements around the words at `places` and those that begin like a word of the query. */
  function marked(words, places, stems) {
    const nodes = [];
    words.forEach((word, place) => {
      const space = place ? " " : "";
      if (match.isRun(word)) nodes.push(space, ...signs(word));
      else if (places.has(place) || isMatch(word, stems)) nodes.push(space, element("mark", "", word));
      else nodes.push(space + word);
    });
    return nodes;
  }

  /* A run of signs, those marked that were asked for. */
  function signs(word) {
    const asked = match.runs(wanted);
    if (!asked.length) return [word];
    return word.split(new RegExp(`(${asked.join("|")})`, "u")).map((piece) => (asked.includes(piece) ? element("mark", "", piece) : piece));
  }

  function isMatch(word, stems) {
    if (!stems.length) return false;
    const folded = match.folded(word);
    return stems.some((stem) => folded.includes(stem));
  }

  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  }

  /* How many there are: read out, and on each choice of kind. */
  function count() {
    const numbered = KINDS.map((kind) => [kind, shown.kinds.get(kind)?.length ?? 0]);
    const all = numbered.reduce((sum, [, number]) => sum + number, 0);
    for (const [kind, number] of [["", all], ...numbered]) {
      const radio = form.querySelector(`input[name="kind"][value="${kind}"]`);
      radio.closest("label").hidden = number === 0 && !radio.checked;
      radio.nextElementSibling.lastElementChild.textContent = numbers.format(number);
    }
    const here = chosenKind() ? (shown.kinds.get(chosenKind())?.length ?? 0) : all;
    const [none, one, other] = [strings.none, strings.one, strings.other];
    status.textContent = here === 0 ? (shown.complete ? none : "") : here === 1 ? one : other.replace("{n}", numbers.format(here));
  }

  /* What the results are narrowed to, and the way out of it; where nothing was found at all, the lists are one. */
  function tellNarrowed() {
    const chosen = [chosenKind() && WORDS[chosenKind()], ...Object.values(filters())].filter(Boolean);
    narrowed.hidden = wanted === "" || !isNarrowed();
    narrowed.firstElementChild.textContent = strings.only.replace("{what}", chosen.join(" · "));
    const found = [...shown.kinds.values()].some((hits) => hits.length);
    dialog.toggleAttribute("data-asked", wanted !== "" && (found || isNarrowed() || !shown.complete));
  }

  /* What the results can be narrowed by, most frequent first; a facet with nothing to choose is not offered. */
  function offer() {
    for (const facet of FACETS) {
      const select = form.elements[facet];
      const chosen = select.value;
      const counts = Object.entries(shown.facets?.[facet] ?? {}).filter(([, number]) => number > 0);
      counts.sort(([a, x], [b, y]) => y - x || a.localeCompare(b, language));
      const offered = counts.slice(0, CHOICES);
      if (chosen && !offered.some(([name]) => name === chosen)) offered.unshift([chosen, shown.facets?.[facet]?.[chosen] ?? 0]);
      const options = offered.map(([name, number]) => new Option(`${name} (${numbers.format(number)})`, name));
      select.replaceChildren(select.options[0], ...options);
      select.value = chosen;
      select.closest("label").hidden = offered.length < (chosen ? 1 : 2);
    }
    narrow.hidden = wanted === "";
  }

  /* ---------------------------------------------------------------- keys */

  const places = () => [query, ...results.querySelectorAll("a, button")];

  function step(by) {
    const all = places();
    const now = all.indexOf(document.activeElement);
    const next = all[Math.max(0, Math.min(all.length - 1, now + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function open() {
    if (dialog.open) {
      query.select();
      return;
    }
    dialog.showModal();
    restore();
    query.focus();
    query.select();
    engine.start().catch(() => {}); // what went wrong is said when something is asked
  }

  const typing = (target) => target.isContentEditable || target.matches("input, select, textarea");

  document.addEventListener("keydown", (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    if (!command && !(slash && !dialog.open)) return;
    event.preventDefault();
    open();
  });

  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the theme has keys of its own
    if (event.isComposing) return;
    const inResults = results.contains(event.target);
    const arrows = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in arrows && (inResults || event.target === query)) {
      event.preventDefault();
      step(arrows[event.key]);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (inResults && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      query.focus(); // whoever goes on typing goes on with the query
    }
  });

  /* ---------------------------------------------------------------- memory */

  /* The last query of this tab, so that coming back from a page does not begin anew. */
  function remember() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ at: base.href, query: wanted }));
    } catch {
      // a browser may refuse to keep anything
    }
  }

  function restore() {
    if (query.value) return;
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT));
      if (kept?.at !== base.href || !kept.query) return;
      query.value = kept.query;
      ask();
    } catch {
      // nothing was kept
    }
  }

  /* ---------------------------------------------------------------- events */

  let timer;
  query.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== query) ask();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    step(1); // to the first result
  });
  narrowed.lastElementChild.addEventListener("click", () => {
    lift();
    ask();
    query.focus();
  });
  part("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside the box
    const link = event.target.closest?.("a");
    if (link && link.pathname === location.pathname && link.hash) dialog.close();
  });
  /* A page may be asked for with a query: the keywords of an article lead to a search. */
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    query.value = asked;
    open();
    ask();
  }
  for (const door of document.querySelectorAll("[data-bf-open-search]")) door.addEventListener("click", open);
})();
