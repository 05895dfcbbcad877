"use strict";
document.addEventListener("keydown", (event) => {
  const search = document.getElementById("search");
  if (event.key === "/" && search && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    search.focus();
  }
});
for (const work of document.querySelectorAll("[data-work]")) {
  const events = new EventSource(work.dataset.work);
  events.onmessage = (message) => {
    const state = JSON.parse(message.data);
    if (state.name !== "RUNNING") {
      events.close();
      location.reload();
      return;
    }
    const bar = work.querySelector("progress");
    if (state.total > 0) {
      bar.max = state.total;
      bar.value = state.done;
    }
    work.querySelector("[role=status]").textContent = state.sentence;
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) {
      location.reload();
    }
  };
}
for (const all of document.querySelectorAll("[data-select-all]")) {
  all.addEventListener("change", () => {
    for (const box of document.querySelectorAll("input[type=checkbox][name='" + all.dataset.selectAll + "']")) {
      box.checked = all.checked;
    }
  });
}
let goingTo = false;
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const places = {o: "/orders", d: "/dispatch", i: "/invoices", c: "/connections"};
  if (goingTo && places[event.key]) {
    location.assign(places[event.key]);
  }
  goingTo = event.key === "g";
});
for (const form of document.querySelectorAll("form[data-submit-on-change]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
const here = document.querySelector(".cf-side [aria-current]");
if (here) {
  here.scrollIntoView({inline: "center", block: "nearest"});
}
// A part that is still changing fetches itself again, less and less often, until it says that it has come to rest.
function live(part, wait) {
  setTimeout(async () => {
    const answer = await fetch(location.href, {headers: {"Accept": "text/html"}}).catch(() => null);
    const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const fresh = page && page.getElementById(part.id);
    if (fresh) {
      part.replaceWith(fresh);
    }
    const now = fresh || part;
    if ("live" in now.dataset) {
      live(now, Math.min(wait * 2, 30000));
    }
  }, wait);
}
document.querySelectorAll("[data-live]").forEach((part) => live(part, 1000));
