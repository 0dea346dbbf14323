// Pictures: the wrong pairs, the heatmap, the map with its graph, and the card that shows two faces large.

const faces = data.faces ?? [];
const people = data.people ?? [];
const similarities = unpack(data.similarities ?? '', Float64Array);
const templates = data.templates ? {owners: data.templates.owners, scores: unpack(data.templates.scores, Float64Array)}
  : {owners: [], scores: []};

/** Similarity of two faces; NaN where they are not compared, or cannot be. */
function similarity(one, other) {
  const [low, high] = one < other ? [one, other] : [other, one];
  return low === high || data.apart && faces[one].probe === faces[other].probe ? NaN
    : similarities[high * (high - 1) / 2 + low];
}

function same(one, other) {
  return faces[one].person === faces[other].person;
}

function picture(face) {
  const made = face.jpeg
    ? element('img', {src: 'data:image/jpeg;base64,' + face.jpeg, alt: face.label, draggable: false})
    : element('span', {class: 'blank', title: 'no picture'});
  made.decoding = 'sync';
  return made;
}

function verdict(score, mated) {
  if (Number.isNaN(score)) {
    return 'not compared';
  }
  const accepted = score >= state.threshold;
  return `${accepted ? 'at or above' : 'below'} ${number(state.threshold)}: ${accepted ? 'accepted' : 'refused'}, `
    + (accepted === mated ? 'rightly' : 'wrongly') + ` (${mated ? 'the same person' : 'different people'})`;
}

const card = {
  /** Shows one or two faces large beside a place on the screen. */
  show(shown, score, words, place) {
    $('card').replaceChildren(element('div', {class: 'photos'}, ...shown.map(([face, role]) => element('figure', {},
      picture(face), element('figcaption', {}, element('b', {}, people[face.person].name), element('br'),
        role ?? face.label)))),
      element('p', {class: 'score'}, Number.isNaN(score) ? '' : number(score)), element('p', {}, words));
    $('card').hidden = false;
    const {width, height} = $('card').getBoundingClientRect();
    const left = place.right + 14 + width < innerWidth ? place.right + 14 : place.left - 14 - width;
    $('card').style.left = Math.max(8, Math.min(innerWidth - width - 8, left)) + 'px';
    $('card').style.top = Math.max(8, Math.min(innerHeight - height - 8, place.top - height / 3)) + 'px';
  },
  pair(one, other, place) {
    const score = similarity(one, other);
    this.show([[faces[one]], [faces[other]]], score, verdict(score, same(one, other)), place);
  },
  hide() {
    $('card').hidden = true;
  },
};

function pointer(event) {
  return {left: event.clientX, right: event.clientX, top: event.clientY};
}

views.push({ // the wrong pairs
  most: 24,
  layout() {
    const rows = (state.protocol.kind === 'template' ? this.ofTemplates() : this.ofPhotos())
      .filter(row => !Number.isNaN(row.score)).sort((a, b) => a.score - b.score);
    this.own = rows.filter(row => row.mated);
    this.others = rows.filter(row => !row.mated).reverse();
    this.drawn = {};
  },
  ofPhotos() {
    return faces.flatMap((ignored, one) => Array.from({length: one}, (none, other) =>
      ({one, other, mated: same(one, other), score: similarity(one, other)})));
  },
  ofTemplates() {
    return templates.owners.flatMap((owner, i) => faces.map((face, one) => ({one, owner, mated: face.person === owner,
      other: faces.findIndex((enrolled, other) => enrolled.person === owner && !enrolled.probe && other !== one),
      score: templates.scores[i * faces.length + one]}))).filter(row => row.other >= 0);
  },
  move() {
    this.fill('false-matches', 'matches-title', 'different people accepted',
      this.others.filter(row => row.score >= state.threshold), this.others);
    this.fill('false-non-matches', 'non-matches-title', 'the same person refused',
      this.own.filter(row => row.score < state.threshold), this.own);
  },
  /** The worst first; where none is wrong, those that come nearest to it. */
  fill(target, title, words, wrong, all) {
    const more = wrong.length > this.most ? `, the worst ${this.most} shown` : '';
    $(title).textContent = (wrong.length === 0 ? `No pair of ${words}; the nearest to it`
      : `${wrong.length} of ${words}${more}`) + (data.hidden ? ', among the faces shown' : '');
    const shown = wrong.length === 0 ? all.slice(0, 4) : wrong.slice(0, this.most);
    $(target).classList.toggle('near', wrong.length === 0);
    const key = shown.map(row => row.one + ' ' + row.other).join();
    if (this.drawn[target] !== key) {
      this.drawn[target] = key;
      $(target).replaceChildren(...shown.map(row => this.button(row)));
    }
  },
  button(row) {
    const name = face => people[faces[face].person].name;
    const other = row.owner === undefined ? row.mated ? '' : name(row.other) : 'template of ' + name(row.other);
    const made = element('button', {type: 'button', class: 'pair'},
      element('span', {class: 'photos'}, picture(faces[row.one]), picture(faces[row.other])),
      element('b', {}, number(row.score)), element('span', {class: 'who'}, name(row.one)),
      element('span', {class: 'who'}, other));
    const show = place => card.show([[faces[row.one]], [faces[row.other], row.owner === undefined ? undefined
      : 'one photo of the template']], row.score, verdict(row.score, row.mated), place);
    made.onpointermove = event => show(pointer(event));
    made.onfocus = () => show(made.getBoundingClientRect());
    made.onpointerleave = made.onblur = () => card.hide();
    return made;
  },
});

const rgb = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
const scale = (data.colours ?? []).map(rgb);

views.push({ // the heatmap: one pixel a cell, enlarged, with dots where there is room
  layout() {
    const n = faces.length;
    const canvas = $('heatmap');
    const strip = Math.max(14, Math.min(34, Math.floor(($('matrix').clientWidth - 130) / n)));
    $('left').style.width = $('top').style.height = strip + 'px';
    this.side = canvas.clientWidth;
    this.size = this.side / n;
    const density = Math.max(1, devicePixelRatio);
    canvas.width = canvas.height = Math.round(this.side * density);
    if (!this.cells) {
      this.prepare();
    }
    this.strip($('left'), strip, density, false);
    this.strip($('top'), strip, density, true);
    const last = scale.length - 1;
    const paint = $('scale').getContext('2d');
    data.colours.forEach((colour, i) => {
      paint.fillStyle = colour;
      paint.fillRect(i / last * 256 - 3, 0, 8, 12);
    });
    [$('scale-ends').firstChild.textContent, $('scale-ends').lastChild.textContent] =
      data.range.map(value => value.toFixed(1));
    this.labels();
  },
  /** The faces along an edge where they are large enough, and the people's colours. */
  strip(canvas, width, density, across) {
    const side = this.side;
    [canvas.width, canvas.height] = (across ? [side, width] : [width, side])
      .map(length => Math.round(length * density));
    const paint = canvas.getContext('2d');
    paint.scale(density, density);
    faces.forEach((face, i) => {
      const [x, y] = across ? [i * this.size, 0] : [0, i * this.size];
      paint.fillStyle = people[face.person].colour;
      paint.fillRect(x, y, across ? this.size + 0.3 : width - 1, across ? width - 1 : this.size + 0.3);
      if (face.image && this.size >= 9) {
        const inner = Math.min(this.size, width - 5);
        paint.drawImage(face.image, across ? x + (this.size - inner) / 2 : 0, across ? 0 : y + (this.size - inner) / 2,
          inner, inner);
      }
    });
  },
  /** Names of the people beside their rows, where there is room. */
  labels() {
    const spans = [];
    let free = 0;
    for (let from = 0; from < faces.length;) {
      let to = from;
      const {name} = people[faces[from].person];
      while (to < faces.length && people[faces[to].person].name === name) {
        to++;
      }
      const middle = (from + to) / 2 * this.size;
      if ((to - from > 1 || this.size > 12) && middle - 6 >= free) {
        const label = element('span', {}, name + (same(from, to - 1) ? '' : 's'));
        label.style.top = 100 * middle / this.side + '%';
        spans.push(label);
        free = middle + 7;
      }
      from = to;
    }
    $('names').replaceChildren(...spans);
  },
  /** The scores of all cells, and their colours: those of the scale, then the same paler, then the marks. */
  prepare() {
    const n = faces.length;
    const [low, high] = data.range;
    const pale = scale.map(colour => colour.map(value => 255 - 0.55 * (255 - value)));
    const opaque = ([red, green, blue]) => (255 << 24 | blue << 16 | green << 8 | red) >>> 0;
    this.palette = Uint32Array.from([...scale, ...pale, [230, 232, 234], [213, 94, 0], [230, 159, 0]], opaque);
    this.scores = Float64Array.from({length: n * n}, (ignored, i) => similarity(Math.floor(i / n), i % n));
    this.mated = Uint8Array.from({length: n * n}, (ignored, i) => same(Math.floor(i / n), i % n));
    this.steps = Uint8Array.from(this.scores, score =>
      Math.round(Math.max(0, Math.min(1, (score - low) / (high - low))) * (scale.length - 1)));
    this.cells = new OffscreenCanvas(n, n);
    this.pixels = new ImageData(n, n);
  },
  move() {
    const n = faces.length;
    const pixels = new Uint32Array(this.pixels.data.buffer);
    const [none, falseMatch, falseNonMatch] = [0, 1, 2].map(i => 2 * scale.length + i);
    const dots = [];
    for (let i = 0; i < n * n; i++) {
      const accepted = this.scores[i] >= state.threshold;
      if (this.mated[i] === 1 && accepted) {
        dots.push(i);
      }
      pixels[i] = this.palette[Number.isNaN(this.scores[i]) ? none
        : this.mated[i] === 1 ? accepted ? this.steps[i] : falseNonMatch
        : accepted ? falseMatch : scale.length + this.steps[i]];
    }
    this.cells.getContext('2d').putImageData(this.pixels, 0, 0);
    const paint = $('heatmap').getContext('2d');
    const size = $('heatmap').width / n;
    paint.imageSmoothingEnabled = false;
    paint.drawImage(this.cells, 0, 0, size * n, size * n);
    if (size >= 5) {
      const dot = Math.max(2, Math.round(size / 5));
      dots.forEach(i => {
        paint.fillStyle = 2 * this.steps[i] < scale.length ? '#1f2328' : '#fff';
        paint.fillRect((i % n + 0.5) * size - dot / 2, (Math.floor(i / n) + 0.5) * size - dot / 2, dot, dot);
      });
    }
  },
  /** Shows a cell's two faces, and marks the cell. */
  point(row, column, place) {
    Object.assign(this, {row, column});
    const inside = row >= 0 && column >= 0 && row < faces.length && column < faces.length;
    $('cell').hidden = !inside;
    if (!inside) {
      card.hide();
      return;
    }
    Object.assign($('cell').style, {left: column * this.size - 2 + 'px', top: row * this.size - 2 + 'px',
      width: this.size + 4 + 'px', height: this.size + 4 + 'px'});
    if (row === column) {
      card.show([[faces[row]]], NaN, 'a photo is not compared with itself', place ?? $('cell').getBoundingClientRect());
    } else {
      card.pair(row, column, place ?? $('cell').getBoundingClientRect());
    }
  },
  listen() {
    const canvas = $('heatmap');
    canvas.onpointermove = event => this.point(Math.floor(event.offsetY / this.size),
      Math.floor(event.offsetX / this.size), pointer(event));
    canvas.onpointerleave = canvas.onblur = () => this.point(-1, -1);
    canvas.onkeydown = event => {
      const step = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[event.key];
      if (event.key === 'Escape') {
        this.point(-1, -1);
      } else if (step) {
        event.preventDefault();
        const kept = value => Math.max(0, Math.min(faces.length - 1, value));
        this.point(this.row >= 0 ? kept(this.row + step[0]) : 0, this.column >= 0 ? kept(this.column + step[1]) : 0);
      }
    };
  },
});
if (faces.length > 0) {
  views.at(-1).listen();
}

views.push({ // the map: thumbnails keep their size, distances grow
  zoom: 1,
  centre: [0, 0],
  pinned: -1,
  layout() {
    const width = $('map').clientWidth;
    const height = Math.round(Math.max(340, Math.min(620, width * 0.58)));
    $('map').setAttribute('viewBox', `0 0 ${width} ${height}`);
    Object.assign(this, {width, height, shown: faces.map((face, i) => i).filter(i => faces[i].x !== undefined)});
    const span = axis => {
      const values = this.shown.map(i => faces[i][axis]);
      return [Math.min(...values), Math.max(...values)];
    };
    const [left, right] = span('x');
    const [low, high] = span('y');
    this.middle = [(left + right) / 2, (low + high) / 2];
    this.unit = Math.min((width - 90) / Math.max(1e-9, right - left), (height - 90) / Math.max(1e-9, high - low));
    this.thumb = Math.max(20, Math.min(52, 460 / Math.sqrt(faces.length)));
    this.wrong = shape('path', {fill: 'none', stroke: NON_MATED, 'stroke-width': 1.6, 'stroke-opacity': 0.85});
    this.right = shape('path', {fill: 'none', stroke: MATED, 'stroke-width': 1, 'stroke-opacity': 0.35});
    this.hovered = line(0, 0, 0, 0, '#1f2328', {'stroke-width': 2.5});
    this.points = new Map(this.shown.map(i => [i, this.face(i)]));
    this.labels = people.map((person, index) => [this.shown.filter(i => faces[i].person === index),
      text(0, 0, person.name.length > 24 ? person.name.slice(0, 23) + '\u2026' : person.name, 'middle',
        {class: 'strong'})])
      .filter(([own]) => own.length > 1);
    $('map').replaceChildren(this.right, this.wrong, ...this.points.values(), this.hovered,
      shape('g', {class: 'names', 'pointer-events': 'none'}, ...this.labels.map(([ignored, label]) => label)),
      text(width - 8, height - 8, data.axes[0] + ' \u2192', 'end'),
      text(0, 0, data.axes[1] + ' \u2192', 'end', {transform: 'translate(14 8) rotate(-90)'}));
    $('map-words').textContent = 'Photo against photo. Point at a face to see it beside the one most like it; choose'
      + ' one (click, or Enter) to see it beside every other that you point at. Wheel or buttons zoom, drag to move.'
      + (this.shown.length < faces.length ? ` ${faces.length - this.shown.length} faces have no place.` : '');
    this.place();
  },
  face(i) {
    const half = this.thumb / 2;
    const {person, jpeg, label} = faces[i];
    const box = {x: -half, y: -half, width: this.thumb, height: this.thumb};
    const made = shape('g', {class: 'face', tabindex: 0, role: 'button', 'data-face': i,
      'aria-label': people[person].name + ', ' + label},
      shape('rect', {...box, fill: '#e6e8ea'}),
      ...(jpeg ? [shape('image', {...box, href: 'data:image/jpeg;base64,' + jpeg})] : []),
      shape('rect', {...box, fill: 'none', stroke: people[person].colour, 'stroke-width': 2.5}));
    made.onpointerenter = event => this.point(i, pointer(event));
    made.onfocus = () => made.matches(':focus-visible') && this.point(i, made.getBoundingClientRect());
    made.onpointerleave = made.onblur = () => this.leave();
    made.onclick = () => this.dragged || this.pin(i);
    made.onkeydown = event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.pin(i);
      }
    };
    return made;
  },
  pin(i) {
    this.points.get(this.pinned)?.classList.remove('pinned');
    this.pinned = this.pinned === i ? -1 : i;
    this.points.get(this.pinned)?.classList.add('pinned');
  },
  /** The face most like one, of those it is compared with. */
  nearest(i) {
    return faces.reduce((best, ignored, other) => similarity(i, other) > (best < 0 ? -Infinity : similarity(i, best))
      ? other : best, -1);
  },
  point(i, place) {
    const other = this.pinned >= 0 && this.pinned !== i ? this.pinned : this.nearest(i);
    if (other < 0) {
      card.show([[faces[i]]], NaN, 'compared with no other', place);
      return;
    }
    card.pair(i, other, place);
    if (this.points.has(other)) {
      const [[x1, y1], [x2, y2]] = [this.at(i), this.at(other)];
      Object.entries({x1, y1, x2, y2}).forEach(([key, value]) => this.hovered.setAttribute(key, value));
      this.hovered.style.display = '';
    }
  },
  leave() {
    card.hide();
    this.hovered.style.display = 'none';
  },
  at(i) {
    return [this.width / 2 + ((faces[i].x - this.middle[0]) * this.unit - this.centre[0]) * this.zoom,
      this.height / 2 - ((faces[i].y - this.middle[1]) * this.unit - this.centre[1]) * this.zoom];
  },
  place() {
    this.points.forEach((node, i) => node.setAttribute('transform', `translate(${this.at(i).join(' ')})`));
    const taken = [];
    this.labels.forEach(([own, label]) => { // a name that would cover another waits for a nearer look
      const places = own.map(i => this.at(i));
      const x = places.reduce((sum, place) => sum + place[0], 0) / own.length;
      const y = Math.max(...places.map(place => place[1])) + this.thumb / 2 + 14;
      const half = 4 * label.textContent.length;
      const free = taken.every(other => Math.abs(other.y - y) > 14 || Math.abs(other.x - x) > other.half + half);
      label.setAttribute('x', x);
      label.setAttribute('y', y);
      label.style.display = free ? '' : 'none';
      if (free) {
        taken.push({x, y, half});
      }
    });
    this.hovered.style.display = 'none';
    this.join();
  },
  /** Lines between the pairs at or above the threshold. */
  join() {
    const lines = {true: [], false: []};
    const places = new Map(this.shown.map(i => [i, this.at(i).map(Math.round).join(' ')]));
    for (const one of this.shown) {
      for (const other of this.shown) {
        if (other < one && similarity(one, other) >= state.threshold) {
          lines[same(one, other)].push(`M${places.get(one)}L${places.get(other)}`);
        }
      }
    }
    this.right.setAttribute('d', $('links').checked ? lines.true.join('') : '');
    this.wrong.setAttribute('d', $('links').checked ? lines.false.join('') : '');
    $('links-words').textContent = `${lines.true.length} within a person, ${lines.false.length} between people`;
  },
  move() {
    this.join();
  },
  zoomBy(factor, x = this.width / 2, y = this.height / 2) {
    const zoom = Math.max(1, Math.min(40, this.zoom * factor));
    const shift = 1 / this.zoom - 1 / zoom;
    this.centre[0] += (x - this.width / 2) * shift;
    this.centre[1] -= (y - this.height / 2) * shift;
    this.zoom = zoom;
    if (zoom === 1) {
      this.centre = [0, 0];
    }
    this.place();
  },
  listen() {
    const map = $('map');
    map.addEventListener('wheel', event => {
      if (event.deltaY < 0 || this.zoom > 1) {
        event.preventDefault();
        this.zoomBy(Math.exp(-event.deltaY / 300), event.offsetX, event.offsetY);
      }
    }, {passive: false});
    let from = null;
    map.onpointerdown = event => { from = [event.clientX, event.clientY]; this.dragged = false; };
    map.onpointermove = event => {
      if (from && (this.dragged || Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 4)) {
        if (!this.dragged) {
          map.setPointerCapture(event.pointerId);
          map.classList.add('dragged');
          card.hide();
        }
        this.dragged = true;
        this.centre[0] -= (event.clientX - from[0]) / this.zoom;
        this.centre[1] += (event.clientY - from[1]) / this.zoom;
        from = [event.clientX, event.clientY];
        this.place();
      }
    };
    map.onpointerup = map.onpointercancel = () => { from = null; map.classList.remove('dragged'); };
    $('nearer').onclick = () => this.zoomBy(1.5);
    $('farther').onclick = () => this.zoomBy(1 / 1.5);
    $('whole').onclick = () => this.zoomBy(0);
    $('links').onchange = () => this.join();
  },
});
if (faces.length > 0) {
  views.at(-1).listen();
} else {
  views.splice(-3);
  document.body.classList.add('curves');
}
$('sample').textContent = data.sample ?? '';
addEventListener('keydown', event => { if (event.key === 'Escape') { card.hide(); } });

/** Everything for the present width, once the strips' pictures are there. */
function layout() {
  views.forEach(view => { view.layout(); view.move(); });
}

layout();
Promise.all(faces.filter(face => face.jpeg).map(async face => {
  face.image = new Image();
  face.image.src = 'data:image/jpeg;base64,' + face.jpeg;
  await face.image.decode();
})).then(() => {
  layout();
  document.body.dataset.ready = 'true';
});
let width = innerWidth;
addEventListener('resize', () => {
  if (innerWidth !== width) { // a phone's address bar changes the height alone
    width = innerWidth;
    layout();
  }
});
