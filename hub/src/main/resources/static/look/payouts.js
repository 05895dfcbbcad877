"use strict";
// A settlement file goes as the body of a request, as it is, and is kept here alone until it is taken in or the page is left.
let settlementFile = null;
const MOST_BYTES = 20 * 1024 * 1024;
function sendSettlement(form, path) {
  const bar = form.querySelector("progress");
  const button = form.querySelector("button");
  const request = new XMLHttpRequest();
  request.open("POST", path);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("X-CSRF-TOKEN", form.elements._csrf.value);
  request.setRequestHeader("Accept", "text/html");
  bar.hidden = false;
  button.disabled = true;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      bar.value = 100 * event.loaded / event.total;
    }
  });
  request.addEventListener("load", () => {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const fresh = page.querySelector("main");
    if (fresh) {
      document.querySelector("main").replaceWith(fresh);
      document.title = page.title;
      history.replaceState(null, "", /\/(look|file)$/.test(request.responseURL) ? "/payouts/new" : request.responseURL);
      const heading = fresh.querySelector("h1");
      heading.tabIndex = -1;
      heading.focus();
    }
  });
  request.addEventListener("error", () => {
    bar.hidden = true;
    button.disabled = false;
    delete form.dataset.sent;
    const field = document.getElementById("settlementFile");
    if (field) {
      field.setCustomValidity("The file did not arrive. Try once more.");
      field.reportValidity();
    }
  });
  request.send(settlementFile);
}
document.addEventListener("change", (event) => {
  if (event.target.id === "settlementFile") {
    const file = event.target.files[0];
    event.target.setCustomValidity(file && file.size > MOST_BYTES
      ? "This file is larger than 20 MB. Choose the file of a single settlement." : "");
    event.target.reportValidity();
  }
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form[data-settlement]")) {
    event.preventDefault();
    settlementFile = form.querySelector("input[type=file]").files[0];
    sendSettlement(form, form.getAttribute("action") + "/" + form.elements.account.value + "/look");
  } else if (form.matches("form[data-settlement-again]")) {
    event.preventDefault();
    sendSettlement(form, form.getAttribute("action"));
  }
});
