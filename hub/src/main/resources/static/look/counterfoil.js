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
}
