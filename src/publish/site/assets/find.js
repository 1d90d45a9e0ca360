/* Narrows the list of places to what is typed into the box. Without this script the box is not shown and the list is whole.
   Asks nobody and keeps nothing. */
(function () {
  'use strict';
  var part = document.getElementById('find');
  var box = document.getElementById('find-box');
  var status = document.getElementById('find-status');
  if (!part || !box || !status) return;
  var letters = document.querySelector('.letters');
  var sections = Array.prototype.slice.call(document.querySelectorAll('.letter'));
  var items = Array.prototype.slice.call(document.querySelectorAll('.plain--find li'));
  var plain = function (text) {
    return text.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, ' ').trim();
  };
  var words = items.map(function (item) { return ' ' + plain(item.textContent); });

  function narrow() {
    var wanted = plain(box.value).split(' ').filter(Boolean);
    var found = 0;
    items.forEach(function (item, at) {
      var fits = wanted.every(function (word) { return words[at].indexOf(' ' + word) >= 0; });
      item.hidden = !fits;
      if (fits) found += 1;
    });
    sections.forEach(function (section) { section.hidden = !section.querySelector('li:not([hidden])'); });
    if (letters) letters.hidden = wanted.length > 0;
    status.textContent = wanted.length === 0 ? '' : found === 0 ? 'No place of this name is listed. Try the name of the council.' : found === 1 ? '1 place' : found + ' places';
  }

  part.hidden = false;
  box.addEventListener('input', narrow);
  narrow();
})();
