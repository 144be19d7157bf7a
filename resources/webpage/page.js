(function () {
  "use strict";
  var root = document.documentElement, tools = document.getElementById("tools");
  var find = document.getElementById("find"), day = document.getElementById("day"), room = document.getElementById("room");
  var none = document.getElementById("none"), count = document.getElementById("count");
  var all = Array.prototype.slice;
  function list(selector, within) { return all.call((within || document).querySelectorAll(selector)); }
  function plain(text) { return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " "); }
  function kept(key, value) {
    try { if (value === undefined) { return localStorage.getItem(key); } localStorage.setItem(key, value); } catch (e) { return null; }
    return null;
  }
  var sessions = list("article").map(function (article) {
    return {
      element: article, day: article.dataset.day, rooms: (article.dataset.room || "").split(" "),
      head: plain(article.querySelector("header").textContent + " " + list(".chairs,h4", article).map(function (e) { return e.textContent; }).join(" ")),
      items: list(".item", article).map(function (item) { return { element: item, text: plain(item.textContent + " " + (item.dataset.k || "")) }; })
    };
  });
  function sift() {
    var words = plain(find.value).trim().split(" ").filter(Boolean), shown = 0;
    function has(text) { return words.every(function (word) { return text.indexOf(word) >= 0; }); }
    sessions.forEach(function (session) {
      var here = (!day.value || session.day === day.value) && (!room.value || session.rooms.indexOf(room.value) >= 0);
      var whole = has(session.head), hits = 0;
      session.items.forEach(function (item) {
        var hit = whole || has(session.head + " " + item.text);
        item.element.hidden = !hit;
        hits += hit ? 1 : 0;
      });
      session.element.hidden = !(here && (whole || hits > 0));
      shown += session.element.hidden ? 0 : 1;
    });
    list(".day").forEach(function (section) { section.hidden = !list("article", section).some(function (a) { return !a.hidden; }); });
    none.hidden = shown > 0;
    count.textContent = words.length || day.value || room.value ? shown + " / " + sessions.length : "";
  }
  function speak(show) {
    root.dataset.show = show;
    list("[data-set]").forEach(function (button) { button.setAttribute("aria-pressed", String(button.dataset.set === show)); });
  }
  list("[data-set]").forEach(function (button) {
    button.addEventListener("click", function () { speak(button.dataset.set); kept("show", button.dataset.set); });
  });
  document.getElementById("scheme").addEventListener("click", function () {
    var dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.scheme = dark ? "light" : "dark";
    kept("scheme", root.dataset.scheme);
  });
  find.addEventListener("input", sift);
  find.addEventListener("keydown", function (event) { if (event.key === "Escape") { find.value = ""; sift(); } });
  day.addEventListener("change", sift);
  room.addEventListener("change", sift);
  var show = kept("show"), scheme = kept("scheme");
  if (show && list('[data-set="' + show.replace(/\W/g, "") + '"]').length) { speak(show); }
  if (scheme === "dark" || scheme === "light") { root.dataset.scheme = scheme; }
  tools.hidden = false;
})();
