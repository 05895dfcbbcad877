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
