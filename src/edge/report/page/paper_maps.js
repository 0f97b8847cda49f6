// Coloured bins and paths in panels whose curves need not rise in x.

/** Inside of the plot only. */
function insidePlot({ ctx, bbox }, draw) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.setLineDash([]);
  draw(ctx);
  ctx.restore();
}

function unpackMap({ x, y, value, logarithmic }) {
  const values = numbers(value), known = [...values].filter(Number.isFinite);
  const ends = rangeOf(known.length ? known : [0, 1]);
  const low = logarithmic ? Math.max(ends[0], ends[1] / 1e4) : ends[0];
  const share = (v) => (logarithmic ? Math.log(Math.max(v, low) / low) / Math.log(ends[1] / low) : (v - low) / (ends[1] - low));
  return { x: numbers(x), y: numbers(y), values, low, high: ends[1], share, logarithmic };
}

function drawBins(u, { x, y, values, share }) {
  insidePlot(u, (ctx) => {
    const across = [...x].map((v) => Math.round(u.valToPos(v, "x", true)));
    const up = [...y].map((v) => Math.round(u.valToPos(v, "y", true)));
    const rows = y.length - 1;
    values.forEach((value, i) => {
      if (!Number.isFinite(value)) return;
      const column = Math.floor(i / rows), row = i % rows;
      ctx.fillStyle = mapColour(share(value));
      ctx.fillRect(across[column], up[row + 1], across[column + 1] - across[column], up[row] - up[row + 1]);
    });
  });
}

function drawPath(u, { x, y, role, stroke }, onMap) {
  insidePlot(u, (ctx) => {
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.lineJoin = "round";
    const dash = (dashes[stroke] || []).map((length) => length * devicePixelRatio);
    const trace = () => {
      ctx.beginPath();
      let down = false;
      for (let i = 0; i < x.length; i++) {
        if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) { down = false; continue; }
        const at = [u.valToPos(x[i], "x", true), u.valToPos(y[i], "y", true)];
        if (down) ctx.lineTo(...at); else ctx.moveTo(...at);
        down = true;
      }
      ctx.stroke();
    };
    if (onMap) {  // a rim, so that it is seen on every colour
      ctx.strokeStyle = colour("paper");
      ctx.lineWidth = 4 * devicePixelRatio;
      trace();
      ctx.lineWidth = 1.5 * devicePixelRatio;
    }
    ctx.setLineDash(dash);
    ctx.strokeStyle = roleColour(role);
    trace();
  });
}

/** The scale of the colours stands below the plot. */
function drawMapScale(host, { low, high, logarithmic }) {
  const place = host.parentElement.querySelector(".scale");
  drawScale(place, low, high);
  if (logarithmic) place.querySelectorAll("span")[1].textContent = short(Math.sqrt(low * high));
}
