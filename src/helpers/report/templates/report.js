(function () {
  "use strict";
  var languages = ["en", "es"];
  var current = (navigator.language || "en").slice(0, 2) === "es" ? "es" : "en";
  function show() {
    var hash = decodeURIComponent(location.hash.slice(1));
    var wanted = hash.slice(0, 2);
    if (languages.indexOf(wanted) >= 0 && (hash.length === 2 || hash.charAt(2) === "-")) { current = wanted; }
    languages.forEach(function (language) { document.getElementById(language).hidden = language !== current; });
    var block = document.getElementById(current);
    document.documentElement.lang = block.lang;
    document.title = block.getAttribute("data-title");
    document.querySelectorAll("[data-switch]").forEach(function (link) {
      var language = link.getAttribute("data-switch");
      var rest = document.getElementById(language + hash.slice(2)) ? hash.slice(2) : "";
      link.setAttribute("href", "#" + language + rest);
      if (language === current) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    });
    var target = hash && document.getElementById(hash);
    if (target) {
      var folded = target.closest("details");
      if (folded) { folded.open = true; }
      if (target === block) { window.scrollTo(0, 0); } else { target.scrollIntoView(); }
    }
  }
  window.addEventListener("hashchange", show);
  show();
}());
