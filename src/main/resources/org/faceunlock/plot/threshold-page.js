'use strict';
// The report's data, its threshold, and the parts that are words and numbers. Texts of the data become text nodes
// alone, never HTML.

const data = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);

/** Little-endian numbers that were packed as Base64. */
function unpack(text, Type) {
  return new Type(Uint8Array.from(atob(text), letter => letter.charCodeAt(0)).buffer);
}

/** An element with attributes and children; texts become text nodes. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** Scores of one kind: each value that occurs, ascending, how often it does, and Clopper-Pearson bounds. */
class Scores {
  constructor(packed) {
    this.values = unpack(packed.values, Float64Array);
    this.counts = unpack(packed.counts, Uint32Array);
    this.upTo = new Float64Array(this.values.length + 1);
    this.counts.forEach((count, i) => { this.upTo[i + 1] = this.upTo[i] + count; });
    this.n = this.upTo[this.values.length];
    this.events = unpack(packed.events, Uint32Array);
    this.bounds = unpack(packed.bounds, Float64Array);
  }

  /** How many are below the threshold; a score equal to it is not. */
  below(threshold) {
    return this.upTo[firstAtLeast(this.values, threshold)];
  }

  /** Lower bound of the rate behind k events; between two that were computed, on the straight line. */
  lower(k) {
    const at = firstAtLeast(this.events, k);
    if (this.events[at] === k || at === 0) {
      return this.bounds[at];
    }
    const share = (k - this.events[at - 1]) / (this.events[at] - this.events[at - 1]);
    return this.bounds[at - 1] + share * (this.bounds[at] - this.bounds[at - 1]);
  }

  interval(k) {
    return this.n === 0 ? [0, 1] : [this.lower(k), 1 - this.lower(this.n - k)];
  }
}

function firstAtLeast(ascending, value) {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle] < value) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

const protocols = data.protocols.map(packed =>
  ({...packed, mated: new Scores(packed.mated), nonMated: new Scores(packed.nonMated)}));
const state = {protocol: protocols[0], threshold: protocols[0].threshold};

/** Both errors at a threshold: events, trials, rate and interval of each. */
function errorsAt(threshold) {
  const {mated, nonMated} = state.protocol;
  const rate = (scores, events) => ({events, n: scores.n, value: events / scores.n, interval: scores.interval(events)});
  return {falseMatch: rate(nonMated, nonMated.n - nonMated.below(threshold)),
    falseNonMatch: rate(mated, mated.below(threshold))};
}

function percent(share) {
  const value = 100 * share;
  return (Number.isNaN(value) ? '?' : value === 0 || value === 100 ? value.toFixed(0)
    : value < 1 ? value.toPrecision(2) : value < 10 ? value.toFixed(2) : value.toFixed(1)) + '\u00a0%';
}

function interval(rate) {
  return percent(rate.interval[0]).slice(0, -2) + ' to ' + percent(rate.interval[1]);
}

/** A similarity with one digit more than the slider has. */
function number(value, more = 1) {
  return value.toFixed(Math.max(0, Math.min(12, data.decimals + more))).replace('-', '\u2212');
}

/** The slider counts steps, so that its thresholds are the same numbers here and in the program. */
function ofStep(step) {
  return data.decimals >= 0 ? step / 10 ** data.decimals : step * 10 ** -data.decimals;
}

function share(threshold) {
  const from = ofStep(data.from);
  return Math.max(0, Math.min(1, (threshold - from) / (ofStep(data.to) - from)));
}

function list(target, texts) {
  target.replaceChildren(...texts.map(text => element('li', {}, text)));
}

const views = []; // each {layout(), move()}: all anew, and what a moved threshold changes
let drawing = false;

function setThreshold(threshold) {
  state.threshold = threshold;
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      views.forEach(view => view.move());
    });
  }
}

function setProtocol(protocol) {
  const recommended = state.threshold === state.protocol.threshold;
  state.protocol = protocol;
  if (recommended) {
    state.threshold = protocol.threshold;
  }
  views.forEach(view => { view.layout(); view.move(); });
}

views.push({ // the words at the top
  layout() {
    $('networks').textContent = data.networks;
    $('facts').replaceChildren(...state.protocol.facts.flatMap(([term, text], i) => [element('dt', {}, term),
      element('dd', i === 0 ? {class: 'big'} : {}, text)]));
    list($('cautions'), state.protocol.cautions);
    $('limits').textContent = data.limits;
    $('protocols').replaceChildren(...(protocols.length < 2 ? [] : protocols.map(protocol => {
      const button = element('button', {type: 'button', 'aria-pressed': protocol === state.protocol}, protocol.name);
      button.onclick = () => { setProtocol(protocol); $('protocols').querySelector('[aria-pressed=true]').focus(); };
      return button;
    })));
  },
  move() { },
});

views.push({ // the slider
  layout() {
    const {threshold, zone} = state.protocol;
    const along = value => `calc(var(--thumb) / 2 + ${share(value)} * (100% - var(--thumb)))`;
    Object.assign($('threshold'), {min: data.from, max: data.to, step: 1});
    $('zone').style.left = along(zone[0]);
    $('zone').style.width = `calc(${share(zone[1]) - share(zone[0])} * (100% - var(--thumb)))`;
    $('recommended').textContent = 'recommended ' + number(threshold);
    $('recommended').style.left = along(threshold);
    this.keepInside($('recommended'));
  },
  /** The mark's words stay on the page, its line where it belongs. */
  keepInside(mark) {
    mark.style.marginLeft = '0';
    const place = mark.getBoundingClientRect();
    const slide = mark.parentElement.getBoundingClientRect();
    const shift = Math.max(slide.left - place.left, Math.min(0, slide.right - place.right));
    mark.style.marginLeft = shift + 'px';
    mark.style.setProperty('--shift', -shift + 'px');
  },
  move() {
    const {threshold: recommended, zone} = state.protocol;
    const {threshold} = state;
    $('threshold').value = Math.round(data.decimals >= 0 ? threshold * 10 ** data.decimals
      : threshold / 10 ** -data.decimals);
    $('threshold').setAttribute('aria-valuetext', number(threshold));
    if (document.activeElement !== $('typed')) {
      $('typed').value = String(threshold === recommended ? Number(threshold.toFixed(6)) : threshold);
    }
    $('verdict').textContent = threshold === recommended ? 'the recommended one'
      : threshold < zone[0] ? 'below the grey zone' : threshold > zone[1] ? 'above the grey zone' : 'in the grey zone';
    const {falseMatch, falseNonMatch} = errorsAt(threshold);
    const told = (name, kind, rate) => element('span', {class: kind},
      element('b', {}, `${name} ${percent(rate.value)}`),
      ` (${rate.events} of ${rate.n}; 95\u00a0%: ${interval(rate)})`);
    $('rates').replaceChildren(told('FMR', 'non-mated', falseMatch), told('FNMR', 'mated', falseNonMatch));
  },
});

$('threshold').oninput = () => setThreshold(ofStep($('threshold').valueAsNumber));
$('recommended').onclick = () => setThreshold(state.protocol.threshold);
$('typed').onchange = () => {
  const typed = Number($('typed').value.replace(',', '.').replace('\u2212', '-'));
  $('typed').blur();
  setThreshold($('typed').value.trim() === '' || !Number.isFinite(typed) ? state.threshold
    : state.protocol.thinned ? ofStep(Math.round(typed * 10 ** data.decimals)) : typed);
};

views.push({ // the table of counts
  layout() {
    const {protocol} = state;
    const failures = protocol.failures[0] + protocol.failures[1] > 0;
    const words = [protocol.title + '. AUC ' + protocol.auc.toFixed(5) + ', EER ' + percent(protocol.eer.value)
      + ' near ' + number(protocol.eer.threshold) + '.'];
    if (protocol.thinned) {
      words.push('So many scores are kept to the slider\u2019s steps; its counts are exact.');
    }
    if (failures) {
      words.push('FAR and FRR count in photos without a face, as attempts that are refused.');
    }
    $('counts-words').textContent = words.join(' ');
  },
  move() {
    const {falseMatch, falseNonMatch} = errorsAt(state.threshold);
    const {failures} = state.protocol;
    const row = (kind, className, accepted, refused, rate, name, wrong) => element('tr', {},
      element('th', {scope: 'row', class: className}, kind),
      element('td', wrong === 0 ? {class: 'wrong'} : {}, String(accepted)),
      element('td', wrong === 1 ? {class: 'wrong'} : {}, String(refused)), element('td', {}, String(rate.n)),
      element('td', {}, `${name} ${percent(rate.value)}`), element('td', {}, interval(rate)));
    const rows = [
      row('the same person', 'mated', falseNonMatch.n - falseNonMatch.events, falseNonMatch.events, falseNonMatch,
        'FNMR', 1),
      row('different people', 'non-mated', falseMatch.events, falseMatch.n - falseMatch.events, falseMatch, 'FMR', 0)];
    if (failures[0] + failures[1] > 0) {
      const counted = (term, events, n, className) => element('tr', {}, element('th', {scope: 'row', class: className},
        'with photos without a face'), element('td'), element('td'), element('td', {}, String(n)),
        element('td', {}, `${term} ${percent(events / n)}`), element('td'));
      rows.splice(1, 0, counted('FRR', falseNonMatch.events + failures[0], falseNonMatch.n + failures[0], 'mated'));
      rows.push(counted('FAR', falseMatch.events, falseMatch.n + failures[1], 'non-mated'));
    }
    const cosine = state.threshold;
    $('scales').textContent = data.faces && cosine <= 1 && cosine >= -1 ? 'This threshold in other scales: Euclidean'
      + ` distance ${Math.sqrt(2 - 2 * cosine).toFixed(3)}, squared ${(2 - 2 * cosine).toFixed(3)}, angle `
      + `${(Math.acos(cosine) * 180 / Math.PI).toFixed(1)}\u00b0, (cos + 1) / 2 ${((cosine + 1) / 2).toFixed(3)}.` : '';
    $('counts').replaceChildren(
      element('thead', {}, element('tr', {}, ...['', 'accepted', 'refused', 'n', 'wrong', '95\u00a0% interval']
        .map(head => element('th', {scope: 'col'}, head)))),
      element('tbody', {}, ...rows));
  },
});
