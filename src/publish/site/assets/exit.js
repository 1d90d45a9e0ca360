/* Leaves the page quickly: the link, or Escape pressed three times within three seconds. The page is hidden before the
   next one loads, and takes its place in the history. Without this script the link is an ordinary link. */
(function () {
  'use strict';
  var link = document.getElementById('exit-link');
  var status = document.getElementById('exit-status');
  var hint = document.getElementById('exit-hint');
  if (!link || !status || !hint) return;
  var pressed = [];
  var words = ['', 'Press Escape two more times to leave.', 'Press Escape once more to leave.'];

  function leave() {
    document.documentElement.hidden = true;
    document.documentElement.style.display = 'none';
    document.title = 'Weather';
    window.location.replace(link.href);
  }

  hint.hidden = false;
  link.addEventListener('click', function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape' || event.repeat) return;
    var now = Date.now();
    pressed = pressed.filter(function (at) { return now - at < 3000; });
    pressed.push(now);
    if (pressed.length >= 3) leave();
    else status.textContent = words[pressed.length];
  });
  window.setInterval(function () {
    var now = Date.now();
    if (pressed.length && now - pressed[pressed.length - 1] >= 3000) {
      pressed = [];
      status.textContent = '';
    }
  }, 500);
})();
