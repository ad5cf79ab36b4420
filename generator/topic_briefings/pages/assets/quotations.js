/* What a page can do beyond showing: copy a quotation, cite it, print itself. Without this script all of it is still
   there to read: the words, their permanent links, the article's citation, the text in context. */

(() => {
  "use strict";

  const block = document.querySelector("script.bf-tools");
  if (!block) return;
  const { words, text: article, item, quotations = {} } = JSON.parse(block.textContent);

  const status = document.createElement("p");
  status.className = "bf-status";
  status.setAttribute("role", "status");
  document.body.append(status);

  const button = (label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "bf-do";
    made.textContent = label;
    made.addEventListener("click", () => action(made));
    return made;
  };

  /* The clipboard of a page that was not served securely can only be reached through a selection. */
  const write = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "bf-status";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };

  const copy = (text, pressed) => {
    const label = pressed.textContent;
    write(text).then(() => {
      pressed.textContent = status.textContent = words.copied;
      setTimeout(() => {
        pressed.textContent = label;
        status.textContent = "";
      }, 1600);
    });
  };

  /* The quoted words as shown: whole paragraphs, or the marked stretches of a sentence. */
  const said = (quote) => {
    const marked = quote.querySelectorAll(".bf-partial mark");
    const parts = marked.length ? marked : quote.querySelectorAll("p");
    return [...parts].map((part) => part.textContent.trim()).join(marked.length ? " … " : "\n");
  };

  /* A quotation as the list of references has it: the page's data for machines has its words, by its address. */
  const data = document.querySelector('script[type="application/ld+json"]');
  const graph = data ? JSON.parse(data.textContent)["@graph"] : [];
  const reference = (id) => {
    const { text } = graph.find((entry) => entry.url && entry.url.endsWith(`#${id}`));
    const { speaker, role } = quotations[id];
    const who = speaker ? (role ? `${speaker}, ${role}` : speaker) : words.unnamed;
    const custom = { quotation: text, ...quotations[id] };
    return { text: `${who}: “${text}” ${article}`, item: { ...item, id: `${item.id}#${id}`, custom } };
  };

  const cited = (line, id) => {
    const after = line.nextElementSibling;
    const last = after && after.matches(".bf-context") ? after : line;
    if (last.nextElementSibling && last.nextElementSibling.matches(".bf-cited")) return;
    const { text, item: whole } = reference(id);
    const shown = document.createElement("p");
    shown.className = "bf-cited";
    shown.append(`${text} `, button("CSL-JSON", (pressed) => copy(JSON.stringify([whole], null, 2), pressed)));
    last.after(shown);
  };

  document.querySelectorAll(".bf-how").forEach((line) => {
    const quote = line.previousElementSibling;
    if (!quote || quote.tagName !== "BLOCKQUOTE" || !quote.querySelector("[id]")) return;
    const id = quote.querySelector("[id]").id;
    const tools = line.querySelector(".bf-act");
    tools.append(" · ", button(words.copy, (pressed) => copy(said(quote), pressed)));
    if (!quotations[id]) return;
    tools.append(
      " · ",
      button(words.cite, (pressed) => {
        copy(reference(id).text, pressed);
        cited(line, id);
      }),
    );
  });

  const head = document.querySelector(".bf-meta .bf-act");
  if (head) head.append(" · ", button(words.print, () => window.print()));

  /* On paper nothing can be opened, and the sources belong to it. */
  const sources = document.querySelector(".bf-sources");
  if (sources) window.addEventListener("beforeprint", () => (sources.open = true));
})();
