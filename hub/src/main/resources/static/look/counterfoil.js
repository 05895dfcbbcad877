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
    } else {
      work.querySelector("[role=status]").textContent =
        "Counterfoil does not answer at this moment. This page asks again by itself; the work goes on, or is taken up again.";
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
// What was sent once is not sent again by a second press, until the page is shown anew.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const inItsOwnWindow = event.submitter && event.submitter.formTarget === "_blank";
  if (form.method !== "post" || inItsOwnWindow) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
const firstWrong = document.querySelector("[aria-invalid=true]");
if (firstWrong) {
  firstWrong.focus();
}
// Who mistypes a password does not type the address again. It is kept in this window alone, until the next page.
const signIn = document.querySelector("form[data-keeps-email]");
const typedEmail = sessionStorage.getItem("email");
sessionStorage.removeItem("email");
if (signIn) {
  if (signIn.dataset.keepsEmail === "again" && typedEmail) {
    signIn.elements.email.value = typedEmail;
    signIn.elements.password.focus();
  }
  signIn.addEventListener("submit", () => sessionStorage.setItem("email", signIn.elements.email.value));
}
// A file that is chosen is sent as it is: the house looks through it in memory and keeps nothing of it.
document.addEventListener("change", async (event) => {
  const form = event.target.closest("form[data-sends-file]");
  const file = form && event.target.files && event.target.files[0];
  if (!file) {
    return;
  }
  const answer = await fetch(form.action, {
    method: "POST",
    body: file,
    headers: {"Content-Type": "application/octet-stream", "X-CSRF-TOKEN": form.elements._csrf.value, "Accept": "text/html"},
  }).catch(() => null);
  const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page && page.querySelector("main");
  if (fresh) {
    document.querySelector("main").replaceWith(fresh);
  }
});
// A picture is made to fit before it is sent: as PNG, at most 640 by 240 points.
for (const file of document.querySelectorAll("input[type=file][data-picture]")) {
  const told = document.getElementById(file.getAttribute("aria-describedby"));
  file.addEventListener("change", async () => {
    const sent = document.getElementById(file.dataset.picture);
    sent.value = "";
    if (!file.files.length) {
      return;
    }
    const picture = await createImageBitmap(file.files[0]).catch(() => null);
    if (!picture) {
      told.textContent = "This is no picture that can be read. Give a PNG or a JPEG.";
      return;
    }
    const scale = Math.min(1, 640 / picture.width, 240 / picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    sent.value = canvas.toDataURL("image/png").split(",")[1].replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    told.textContent = "It is ready to be saved.";
  });
}
