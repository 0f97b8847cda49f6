// The whole loading program: many samples faintly, the mean of all on top.
function buildBundle(host, model, { samples, means }) {
  const paths = samples.map(({ strain, stress }) => [numbers(strain), numbers(stress)]);
  const lines = means.map(({ strain, value, error }) => [strain, value, error].map(numbers));
  const extent = (k) => [Math.min(...paths.map((p) => quantile(p[k], 0))), Math.max(...paths.map((p) => quantile(p[k], 1)))];
  const [[left, right], [low, high]] = [extent(0), extent(1)];
  const draw = (u) => {
    const { ctx, bbox } = u;
    const place = (x, y) => [u.valToPos(x, "x", true), u.valToPos(y, "y", true)];
    const trace = (xs, ys) => xs.forEach((x, i) => ctx.lineTo(...place(x, ys[i])));
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.lineWidth = 0.8 * devicePixelRatio;
    ctx.strokeStyle = faint(colour(model), Math.max(0.2, 0.9 / Math.sqrt(paths.length)));
    for (const [xs, ys] of paths) {
      ctx.beginPath();
      trace(xs, ys);
      ctx.stroke();
    }
    for (const [xs, ys, errors] of lines) {
      ctx.beginPath();
      trace(xs, ys.map((y, i) => y + errors[i]));
      trace(xs.slice().reverse(), ys.map((y, i) => y - errors[i]).reverse());
      ctx.fillStyle = faint(colour("ink"), 0.3);
      ctx.fill();
      ctx.beginPath();
      trace(xs, ys);
      ctx.lineWidth = 1.3 * devicePixelRatio;
      ctx.strokeStyle = colour("ink");
      ctx.stroke();
    }
    ctx.restore();
  };
  const [wide, tall] = [right - left || 1, high - low || 1];
  return makePlot(host, {
    height: 330,
    scales: { x: { range: [left - 0.01 * wide, right + 0.02 * wide] }, y: { range: [low - 0.05 * tall, high + 0.05 * tall] } },
    series: [{}, { stroke: "transparent", points: { show: false } }],
    hooks: { draw: [draw] },
  }, [[left, right], [low, high]]);
}

function addBundles() {
  for (const model of models) {
    const bundle = data[model + "Bundle"];
    if (bundle) addChart("bundle-" + model, (host) => buildBundle(host, model, bundle));
  }
}
