// Histogram, errors against the threshold, and the DET curve. Each is laid out for its width and protocol; a moved
// threshold changes no more than a few attributes.

const MATED = '#0072b2';
const NON_MATED = '#d55e00';

/** The frame of a chart: margins, width and height of the plot, and an empty svg of that size. */
function frame(svg, ratio, left = 46, bottom = 38) {
  const width = Math.max(260, svg.parentElement.clientWidth);
  const height = Math.round(width * ratio);
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.replaceChildren();
  return {svg, left, top: 8, right: width - 10, bottom: height - bottom};
}

function line(x1, y1, x2, y2, stroke, more = {}) {
  return shape('line', {x1, y1, x2, y2, stroke, ...more});
}

function text(x, y, words, anchor = 'middle', more = {}) {
  return shape('text', {x, y, 'text-anchor': anchor, ...more}, words);
}

/** Round numbers between two, about so many. */
function ticks(from, to, most) {
  const raw = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find(factor => factor * power >= raw) * power;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const found = [];
  for (let value = Math.ceil(from / step - 1e-9) * step; value <= to + 1e-9 * step; value += step) {
    found.push([value, value.toFixed(Math.min(12, decimals)).replace('-', '\u2212')]);
  }
  return found;
}

/** The similarity axis that histogram and errors share with the slider. */
function similarityAxis(box) {
  const from = ofStep(data.from);
  const to = ofStep(data.to);
  const x = value => box.left + (value - from) / (to - from) * (box.right - box.left);
  for (const [value, words] of ticks(from, to, Math.max(3, (box.right - box.left) / 70))) {
    box.svg.append(line(x(value), box.bottom, x(value), box.bottom + 4, '#9aa1a8'),
      text(x(value), box.bottom + 17, words));
  }
  box.svg.append(line(box.left, box.bottom, box.right, box.bottom, '#9aa1a8'),
    text((box.left + box.right) / 2, box.bottom + 33, 'similarity'));
  return value => Math.max(box.left, Math.min(box.right, x(value)));
}

function upright(box) {
  const made = line(0, box.top, 0, box.bottom, '#1f2328', {'stroke-width': 1.5});
  box.svg.append(made);
  return x => { made.setAttribute('x1', x); made.setAttribute('x2', x); };
}

function path(points, close = '') {
  return points.length === 0 ? '' : 'M' + points.map(([x, y]) => x.toFixed(2) + ' ' + y.toFixed(2)).join('L') + close;
}

views.push({ // histogram with both errors shaded
  layout() {
    const box = frame($('histogram'), 0.55);
    const {mated, nonMated} = state.protocol;
    const bins = 60;
    const from = ofStep(data.from);
    const width = (ofStep(data.to) - from) / bins;
    const spread = scores => {
      const shares = new Float64Array(bins);
      scores.values.forEach((value, i) => {
        if (value > -Infinity) {
          shares[Math.max(0, Math.min(bins - 1, Math.floor((value - from) / width)))] += scores.counts[i] / scores.n;
        }
      });
      return shares;
    };
    const both = [spread(nonMated), spread(mated)];
    const top = Math.max(1e-9, ...both[0], ...both[1]);
    const y = share => box.bottom - share / top * (box.bottom - box.top - 6);
    for (const [value, words] of ticks(0, 100 * top, 4)) {
      box.svg.append(line(box.left, y(value / 100), box.right, y(value / 100), '#e6e8ea'),
        text(box.left - 6, y(value / 100) + 4, words + '\u00a0%', 'end'));
    }
    this.x = similarityAxis(box);
    const clip = id => {
      const rect = shape('rect', {x: box.left, y: 0, width: 0, height: box.bottom});
      box.svg.append(shape('clipPath', {id}, rect));
      return rect;
    };
    this.above = clip('above');
    this.below = clip('below');
    [[both[0], NON_MATED, 'above'], [both[1], MATED, 'below']].forEach(([shares, colour, wrong]) => {
      const outline = [...shares].flatMap((share, bin) =>
        [[this.x(from + bin * width), y(share)], [this.x(from + (bin + 1) * width), y(share)]]);
      const d = path([[box.left, box.bottom], ...outline, [box.right, box.bottom]], 'Z');
      box.svg.append(shape('path', {d, fill: colour, 'fill-opacity': 0.16, stroke: colour, 'stroke-width': 1.2}),
        shape('path', {d, fill: colour, 'fill-opacity': 0.8, 'clip-path': `url(#${wrong})`}));
    });
    this.mark = upright(box);
    Object.assign(this, {box});
    const lost = [mated, nonMated].map(scores => scores.values[0] === -Infinity ? scores.counts[0] : 0);
    $('histogram-words').replaceChildren(
      element('b', {class: 'mated'}, `the same person: ${mated.n}`), ', ',
      element('b', {class: 'non-mated'}, `different people: ${nonMated.n}`),
      '; each as shares of their own number. Filled: wrong at this threshold.'
        + (lost[0] + lost[1] > 0 ? ` ${lost[0] + lost[1]} without a similarity are left out.` : ''));
  },
  move() {
    const x = this.x(state.threshold);
    this.mark(x);
    this.above.setAttribute('x', x);
    this.above.setAttribute('width', this.box.right - x);
    this.below.setAttribute('width', x - this.box.left);
  },
});

/** The rate below which a scale of rates shows nothing but "0". */
function least(scores) {
  return Math.max(1e-6, Math.min(0.1, 0.5 / Math.max(1, scores.n)));
}

views.push({ // FMR and FNMR against the threshold, on a logarithmic scale
  layout() {
    const box = frame($('errors'), 0.55);
    const {mated, nonMated, zone} = state.protocol;
    const floor = Math.min(least(mated), least(nonMated));
    const y = rate => box.bottom - 16 - (rate <= floor ? -16
      : Math.log(rate / floor) / -Math.log(floor) * (box.bottom - 16 - box.top - 4));
    for (let power = 0; 10 ** -power > floor; power++) {
      box.svg.append(line(box.left, y(10 ** -power), box.right, y(10 ** -power), '#e6e8ea'),
        text(box.left - 6, y(10 ** -power) + 4, Number((100 * 10 ** -power).toPrecision(1)) + '\u00a0%', 'end'));
    }
    box.svg.append(text(box.left - 6, box.bottom + 4, '0', 'end'));
    this.x = similarityAxis(box);
    const width = Math.max(2, this.x(zone[1]) - this.x(zone[0]));
    box.svg.append(shape('rect', {x: this.x(zone[0]), y: box.top, width, height: box.bottom - box.top,
      fill: '#5c636b', 'fill-opacity': 0.16}));
    const from = ofStep(data.from);
    const span = ofStep(data.to) - from;
    const columns = Array.from({length: Math.round(box.right - box.left) + 1}, (ignored, i) =>
      from + i / Math.round(box.right - box.left) * span);
    const draw = (colour, rates) => {
      const shown = columns.map((threshold, i) => [box.left + i, errorsAt(threshold)[rates]]);
      const band = [...shown.map(([x, rate]) => [x, y(rate.interval[1])]),
        ...shown.map(([x, rate]) => [x, y(rate.interval[0])]).reverse()];
      const dot = shape('circle', {r: 4.5, fill: colour, stroke: '#fff', 'stroke-width': 1.5});
      box.svg.append(shape('path', {d: path(band, 'Z'), fill: colour, 'fill-opacity': 0.14}),
        shape('path', {d: path(shown.map(([x, rate]) => [x, y(rate.value)])), fill: 'none', stroke: colour,
          'stroke-width': 2}));
      return rate => {
        dot.setAttribute('cx', this.x(state.threshold));
        dot.setAttribute('cy', y(rate));
        box.svg.append(dot);
      };
    };
    this.falseMatch = draw(NON_MATED, 'falseMatch');
    this.falseNonMatch = draw(MATED, 'falseNonMatch');
    this.mark = upright(box);
  },
  move() {
    this.mark(this.x(state.threshold));
    const {falseMatch, falseNonMatch} = errorsAt(state.threshold);
    this.falseMatch(falseMatch.value);
    this.falseNonMatch(falseNonMatch.value);
  },
});

/** The quantile of the normal distribution: P. Acklam's rational approximation, to about 1e-9. */
function normalDeviate(p) {
  const [a, b, c, d] = [
    [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
      2.506628277459239],
    [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
    [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
      2.938163982698783],
    [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]];
  const value = (coefficients, x) => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
  if (p > 0.5) {
    return -normalDeviate(1 - p);
  }
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return value(c, q) / value(d, q);
  }
  const q = p - 0.5;
  return q * value(a, q * q) / value(b, q * q);
}

views.push({ // DET
  layout() {
    const box = frame($('det'), 0.78, 66, 42);
    const {mated, nonMated, eer} = state.protocol;
    const most = 0.9;
    const scale = (scores, start, end) => {
      const low = normalDeviate(least(scores));
      const high = normalDeviate(most);
      const at = rate => start + (normalDeviate(Math.max(least(scores), Math.min(most, rate))) - low) / (high - low)
        * (end - start);
      return rate => rate <= least(scores) ? start : at(rate) + Math.sign(end - start) * 14 * (1 - (at(rate) - start)
        / (end - start));
    };
    const x = scale(nonMated, box.left, box.right);
    const y = scale(mated, box.bottom, box.top);
    let free = box.left + 26;
    for (const tick of [1e-5, 1e-4, 0.001, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8]) {
      const words = Number((100 * tick).toPrecision(1)) + '\u00a0%';
      if (tick > least(nonMated) && x(tick) > free) {
        free = x(tick) + 6 * words.length + 4;
        box.svg.append(line(x(tick), box.top, x(tick), box.bottom, '#e6e8ea'), text(x(tick), box.bottom + 16, words));
      }
      if (tick > least(mated) && y(tick) < box.bottom - 14) {
        box.svg.append(line(box.left, y(tick), box.right, y(tick), '#e6e8ea'),
          text(box.left - 6, y(tick) + 4, words, 'end'));
      }
    }
    box.svg.append(text(box.left, box.bottom + 16, '0'), text(box.left - 8, box.bottom + 4, '0', 'end'),
      line(box.left, box.bottom, box.right, box.bottom, '#9aa1a8'),
      line(box.left, box.top, box.left, box.bottom, '#9aa1a8'),
      text((box.left + box.right) / 2, box.bottom + 36, 'FMR: different people accepted'),
      text(0, 0, 'FNMR: the same person refused', 'middle',
        {transform: `translate(12 ${(box.top + box.bottom) / 2}) rotate(-90)`}));
    const start = 1.01 * Math.max(least(mated), least(nonMated));
    box.svg.append(shape('path', {d: path(Array.from({length: 41}, (ignored, i) => start * (most / start) ** (i / 40))
      .map(rate => [x(rate), y(rate)])), fill: 'none', stroke: '#9aa1a8', 'stroke-dasharray': '4 4'}));
    const points = this.thresholds().map(errorsAt);
    const band = [...points.map(at => [x(at.falseMatch.interval[1]), y(at.falseNonMatch.interval[1])]),
      ...points.map(at => [x(at.falseMatch.interval[0]), y(at.falseNonMatch.interval[0])]).reverse()];
    box.svg.append(shape('path', {d: path(band, 'Z'), fill: '#5c636b', 'fill-opacity': 0.14}),
      shape('path', {d: path(points.map(at => [x(at.falseMatch.value), y(at.falseNonMatch.value)])), fill: 'none',
        stroke: '#1f2328', 'stroke-width': 2, 'stroke-linejoin': 'round'}),
      shape('circle', {cx: x(eer.value), cy: y(eer.value), r: 3, fill: '#1f2328'}),
      text(x(eer.value) + 10, y(eer.value) - 10, `EER ${percent(eer.value)}`, 'start', {class: 'strong'}));
    const recommended = errorsAt(state.protocol.threshold);
    box.svg.append(shape('circle', {cx: x(recommended.falseMatch.value), cy: y(recommended.falseNonMatch.value), r: 8,
      fill: 'none', stroke: '#1f2328', 'stroke-width': 1.5}));
    this.across = line(0, 0, 0, 0, NON_MATED, {'stroke-width': 2.5, 'stroke-opacity': 0.75});
    this.down = line(0, 0, 0, 0, MATED, {'stroke-width': 2.5, 'stroke-opacity': 0.75});
    this.dot = shape('circle', {r: 5, fill: '#1f2328', stroke: '#fff', 'stroke-width': 1.5});
    box.svg.append(this.across, this.down, this.dot);
    Object.assign(this, {x, y});
  },
  /** Where the curve has its corners; where those are too many, evenly among them. */
  thresholds() {
    const all = Float64Array.from([...state.protocol.mated.values, ...state.protocol.nonMated.values,
      ofStep(data.to)]).filter(value => value > -Infinity).sort();
    const step = Math.max(1, Math.floor(all.length / 1500));
    return [...all.filter((ignored, i) => i % step === 0 || i === all.length - 1)];
  },
  move() {
    const {falseMatch, falseNonMatch} = errorsAt(state.threshold);
    const [cx, cy] = [this.x(falseMatch.value), this.y(falseNonMatch.value)];
    const set = (node, values) => Object.entries(values).forEach(([key, value]) => node.setAttribute(key, value));
    set(this.dot, {cx, cy});
    set(this.across, {x1: this.x(falseMatch.interval[0]), x2: this.x(falseMatch.interval[1]), y1: cy, y2: cy});
    set(this.down, {y1: this.y(falseNonMatch.interval[0]), y2: this.y(falseNonMatch.interval[1]), x1: cx, x2: cx});
  },
});
