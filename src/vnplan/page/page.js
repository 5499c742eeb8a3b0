(() => {
  "use strict";
  const page = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const rows = all("tr.target");
  const panels = new Map(all("tr.more").map((panel) => [panel.dataset.for, panel]));

  // --- language: both stand in the page, the style shows one

  const speak = (language) => {
    page.lang = page.dataset.lang = language;
    for (const one of all("[data-of]")) {
      const words = one.dataset[language];
      if (one.dataset.of === "text") one.textContent = words;
      else one.setAttribute(one.dataset.of, words);
    }
    for (const one of all(".switch button")) one.setAttribute("aria-pressed", String(one.dataset.lang === language));
  };
  for (const one of all(".switch button")) one.addEventListener("click", () => speak(one.dataset.lang));

  // --- sentences: without this script all of them are shown

  const figures = all("button.figure");
  const parts = (panel) => all(".read", panel);
  const settle = (row) => {
    const panel = panels.get(row.id);
    panel.hidden = row.hidden || parts(panel).every((part) => part.hidden);
  };
  const open = (figure, wanted) => {
    document.getElementById(figure.getAttribute("aria-controls")).hidden = !wanted;
    figure.setAttribute("aria-expanded", String(wanted));
    settle(figure.closest("tr"));
  };
  for (const figure of figures) {
    open(figure, false);
    figure.addEventListener("click", () => open(figure, figure.getAttribute("aria-expanded") !== "true"));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const panel = event.target.closest("tr.more");
    const row = panel ? document.getElementById(panel.dataset.for) : event.target.closest("tr.target");
    if (!row) return;
    for (const figure of all("button.figure", row)) open(figure, false);
    if (panel) row.querySelector("button.figure").focus();
  });

  // --- search: a word with marks finds that word, one without marks finds it with any

  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const marked = (text) =>
    text.normalize("NFD").toLowerCase().replace(/[\p{L}\p{M}]+/gu, (word) => {
      const tones = word.match(TONES);
      return tones ? word.replace(TONES, "") + tones.join("") : word;
    });
  const bare = (text) => text.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "").replace(/đ/g, "d");
  const hasMarks = (word) => bare(word) !== word.normalize("NFD").toLowerCase();
  const told = new Map(
    rows.map((row) => {
      const quotes = parts(panels.get(row.id)).map((part) => part.textContent);
      const text = [row.textContent, ...quotes].join(" ").replace(/\s+/g, " ");
      return [row, { marked: marked(text), bare: bare(text) }];
    }),
  );
  const holds = (row, word) =>
    hasMarks(word) ? told.get(row).marked.includes(marked(word)) : told.get(row).bare.includes(bare(word));

  // --- filters

  const form = document.querySelector("form.filters");
  const search = document.getElementById("search");
  const section = document.getElementById("section");
  const filter = () => {
    const words = search.value.trim().split(/\s+/).filter(Boolean);
    const outcomes = new Set(all("input[name=outcome]:checked", form).map((box) => box.value));
    let shown = 0;
    for (const row of rows) {
      row.hidden =
        !outcomes.has(row.dataset.outcome) ||
        (section.value !== "" && row.dataset.section !== section.value) ||
        !words.every((word) => holds(row, word));
      shown += row.hidden ? 0 : 1;
      settle(row);
    }
    for (const group of all("section.group")) group.hidden = all("tr.target", group).every((row) => row.hidden);
    document.getElementById("shown").textContent = String(shown);
    document.getElementById("nothing").hidden = shown > 0;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());

  // --- a link to a target shows it, whatever is filtered

  const reveal = () => {
    const row = /^#t\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!row) return;
    if (row.hidden) {
      form.reset();
      filter();
    }
    row.scrollIntoView({ block: "center" });
    row.querySelector("button.figure").focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    if (event.target.closest('a[href^="#t"]')) setTimeout(reveal); // the same link again changes no address
  });
  window.addEventListener("load", () => setTimeout(reveal)); // after the browser went there itself

  speak(page.dataset.lang);
  filter();
})();
