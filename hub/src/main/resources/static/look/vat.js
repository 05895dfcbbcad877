"use strict";
// A chosen file is read here and goes with the form as its text: so it is never written to a disk on its way.
for (const chosen of document.querySelectorAll("[data-file-into]")) {
  const into = document.getElementById(chosen.dataset.fileInto);
  const button = chosen.form.querySelector("button");
  chosen.addEventListener("change", async () => {
    into.value = "";
    if (chosen.files.length === 1) {
      button.disabled = true;
      into.value = await chosen.files[0].text();
      button.disabled = false;
    }
  });
}
// The law wants the tax office to be told of the device from which somebody acts there (SI 2019/360); see docs/operations.md.
function fill(form, name, value) {
  const field = form.querySelector("input[name=" + name + "]");
  if (field) {
    field.value = value;
  }
}
for (const form of document.querySelectorAll("form[data-device]")) {
  form.addEventListener("submit", () => {
    const offset = -new Date().getTimezoneOffset();
    const two = (number) => String(Math.floor(number)).padStart(2, "0");
    fill(form, "deviceAgent", navigator.userAgent);
    fill(form, "deviceScreens", "width=" + screen.width + "&height=" + screen.height + "&scaling-factor="
      + (Math.round(window.devicePixelRatio * 1000) / 1000) + "&colour-depth=" + screen.colorDepth);
    fill(form, "deviceWindow", "width=" + window.innerWidth + "&height=" + window.innerHeight);
    fill(form, "deviceZone", "UTC" + (offset < 0 ? "-" : "+") + two(Math.abs(offset) / 60) + ":" + two(Math.abs(offset) % 60));
  });
}
