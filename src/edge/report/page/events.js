// Single events: where, when and how large they were; and the one that turned most energy to heat.
let shownEvents = 0;
let eventTimes = null;

/** The events of the chosen sample as arrays of numbers, with the strains that the colours span. */
function eventsShown() {
  const sample = data.eventMap[shownEvents];
  const events = { box: sample.box };
  for (const name of ["x", "y", "strain", "energy", "stress", "direction", "participation"]) events[name] = numbers(sample[name]);
  events.first = Math.min(0, quantile(events.strain, 0));
  events.last = Math.max(0, quantile(events.strain, 1));
  events.colour = (i) => mapColour((events.strain[i] - events.first) / (events.last - events.first || 1));
  // The area of a disc is the energy; the largest come first, so that they hide none.
  events.order = [...events.energy.keys()].sort((a, b) => events.energy[b] - events.energy[a]);
  const largest = Math.max(events.energy[events.order[0]], 1e-300);
  events.share = (i) => Math.sqrt(Math.max(events.energy[i], 0) / largest);
  return events;
}

function disc(context, x, y, radius, fill, outline) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = outline;
  context.stroke();
}

function drawEventMap(figure) {
  const events = eventsShown();
  const [lx, ly] = events.box;
  const { context, width, height } = prepare(figure.querySelector("canvas"), ly / lx);
  const unit = width / lx, largest = 0.055 * width, outline = faint(colour("ink"), 0.45);
  context.lineWidth = 0.6;
  // Those near a side are seen at the opposite side too.
  const images = [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => [a, b]));
  for (const i of events.order) {
    const radius = Math.max(1.7, largest * events.share(i));
    const slip = events.direction[i] * Math.PI / 180;
    for (const [a, b] of images) {
      // The images above lie further to the right by the strain.
      const right = (events.x[i] + a * lx + b * ly * events.strain[i]) % lx;
      const x = (b === 0 ? events.x[i] + a * lx : ((right + lx) % lx) + a * lx) * unit;
      const y = height - (events.y[i] + b * ly) * unit;
      if (x < -radius || x > width + radius || y < -radius || y > height + radius) continue;
      disc(context, x, y, radius, faintRgb(events.colour(i), 0.82), outline);
      if (radius < 6) continue;
      context.beginPath();
      context.moveTo(x - 0.7 * radius * Math.cos(slip), y + 0.7 * radius * Math.sin(slip));
      context.lineTo(x + 0.7 * radius * Math.cos(slip), y - 0.7 * radius * Math.sin(slip));
      context.save();
      context.lineWidth = 1.4;
      context.strokeStyle = "#fffc";
      context.stroke();
      context.restore();
    }
  }
  context.strokeStyle = colour("rule");
  context.lineWidth = 1;
  context.strokeRect(0.5, 0.5, width - 1, height - 1);
  drawRuler(context, height, unit, lx);
  drawScale(figure.querySelector(".scale"), events.first, events.last);
  return `${events.x.length} events in a cell ${short(lx)} wide`;
}

function buildEventTimes(host) {
  const events = eventsShown();
  const seen = events.order.filter((i) => events.energy[i] > 0);
  const inTime = [...seen].sort((a, b) => events.strain[a] - events.strain[b]);
  const energies = inTime.map((i) => events.energy[i]);
  const draw = (u) => {
    const { ctx } = u;
    ctx.save();
    ctx.lineWidth = 0.6 * devicePixelRatio;
    for (const i of seen) {
      const radius = Math.max(1.7, 9 * events.share(i)) * devicePixelRatio;
      disc(ctx, u.valToPos(events.strain[i], "x", true), u.valToPos(events.energy[i], "y", true), radius,
        faintRgb(events.colour(i), 0.82), faint(colour("ink"), 0.45));
    }
    ctx.restore();
  };
  const span = events.last - events.first || 1;
  return makePlot(host, {
    height: Math.max(260, host.clientWidth - 24),
    logarithmic: "y",
    scales: {
      x: { range: [events.first - 0.01 * span, events.last + 0.02 * span] },
      y: { range: [Math.min(...energies) / 1.8, Math.max(...energies) * 2.2] },
    },
    series: [{}, { stroke: "transparent", points: { show: false } }],
    hooks: { draw: [draw] },
  }, [inTime.map((i) => events.strain[i]), energies]);
}

/** A colour between two of the page's. */
function between(from, to, share) {
  const [a, b] = [from, to].map((name) => [1, 3, 5].map((i) => parseInt(colour(name).slice(i, i + 2), 16)));
  return `rgb(${a.map((c, i) => Math.round(c + Math.min(1, share) * (b[i] - c))).join(",")})`;
}

/** From backward shear over none to forward shear. */
const shearColour = (share) => between("rule", share < 0 ? "glass" : "lattice", Math.abs(share));

/** From no motion to much; on any paper darker or brighter than it. */
const motionColour = (share) => (share < 0.5 ? between("rule", "glass", 0.35 + 1.3 * share) : between("glass", "ink", 1.4 * share - 0.7));

const gradientOf = (colours) => `linear-gradient(to right, ${colours.join(", ")})`;

function drawLargestMotion(figure) {
  const event = data.largestEvent;
  const [x, y, across, up] = [event.x, event.y, event.across, event.up].map(numbers);
  const [lx, ly] = event.box;
  const { context, width, height } = prepare(figure.querySelector("canvas"), ly / lx);
  const unit = width / lx, spacing = Math.sqrt(lx * ly / x.length);
  const size = across.map((u, i) => Math.hypot(u, up[i]));
  const high = quantile(size, 0.99) || 1;
  const stretch = 2.2 * spacing / high;
  context.lineCap = "round";
  for (const i of [...size.keys()].sort((a, b) => size[a] - size[b])) {
    const share = Math.min(size[i] / high, 1.5);
    // The motion's middle is the atom's place.
    const [dx, dy] = [across[i] * stretch * unit, -up[i] * stretch * unit].map((d) => d * share / (size[i] / high || 1));
    const [x0, y0] = [x[i] * unit - dx / 2, height - y[i] * unit - dy / 2];
    context.strokeStyle = context.fillStyle = motionColour(share);
    const length = Math.hypot(dx, dy), head = Math.min(5, 0.45 * length);
    context.lineWidth = 0.7 + 0.9 * Math.min(share, 1);
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x0 + dx, y0 + dy);
    context.stroke();
    if (length < 4) continue;
    const angle = Math.atan2(dy, dx);
    context.beginPath();
    context.moveTo(x0 + dx, y0 + dy);
    for (const side of [-1, 1]) context.lineTo(x0 + dx - head * Math.cos(angle + 0.42 * side), y0 + dy - head * Math.sin(angle + 0.42 * side));
    context.fill();
  }
  drawRuler(context, height, unit, lx);
  drawScale(figure.querySelector(".scale"), 0, high, gradientOf([0, 0.25, 0.5, 0.75, 1].map(motionColour)));
  return `Displacement of ${x.length} atoms in the largest event, up to ${short(high)}`;
}

function drawLargestShear(figure) {
  const event = data.largestEvent;
  const [x, y, shear] = [event.x, event.y, event.shear].map(numbers);
  const [lx, ly] = event.box;
  const { context, width, height } = prepare(figure.querySelector("canvas"), ly / lx);
  const unit = width / lx, radius = 0.47 * Math.sqrt(lx * ly / x.length) * unit;
  const high = quantile(shear.map(Math.abs), 0.98) || 1;
  for (const i of [...shear.keys()].sort((a, b) => Math.abs(shear[a]) - Math.abs(shear[b]))) {
    context.fillStyle = shearColour(shear[i] / high);
    context.beginPath();
    context.arc(x[i] * unit, height - y[i] * unit, radius, 0, 2 * Math.PI);
    context.fill();
  }
  drawRuler(context, height, unit, lx);
  drawScale(figure.querySelector(".scale"), -high, high, gradientOf([-1, -0.5, 0, 0.5, 1].map(shearColour)));
  return `Local shear of ${x.length} atoms in the largest event, up to ${short(high)} either way`;
}

/** A canvas that has one picture, drawn whenever the page changes. */
function addPicture(name, draw) {
  const figure = document.querySelector(`[data-figure="${name}"]`);
  if (!figure) return;
  const canvas = figure.querySelector("canvas");
  maps.push(() => canvas.setAttribute("aria-label", draw(figure)));
}

function addEventChoices(place) {
  if (data.eventMap.length < 2) return;
  const label = document.createElement("label"), list = document.createElement("select");
  data.eventMap.forEach(({ sample }, i) => list.append(new Option(sample, i)));
  list.addEventListener("change", () => {
    shownEvents = Number(list.value);
    maps.forEach((redraw) => redraw());
    drawChart(eventTimes);
  });
  label.append("sample", list);
  place.append(label);
}

function addEvents() {
  if (data.eventMap) {
    addPicture("event-map", drawEventMap);
    addChart("event-times", buildEventTimes);
    eventTimes = charts[charts.length - 1];
    addEventChoices(document.getElementById("event-choices"));
  }
  if (data.largestAvalanche) addPicture("largest-avalanche", drawLargestAvalanche);
  if (!data.largestEvent) return;
  addPicture("largest-motion", drawLargestMotion);
  addPicture("largest-shear", drawLargestShear);
}
