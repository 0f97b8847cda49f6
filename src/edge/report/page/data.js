// What the figures show, as the program wrote it.
const data = JSON.parse(document.getElementById("data").textContent);

/** The numbers of a base64 text of 32-bit floats. */
function numbers(base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}

/** Share `q` of the values lies below the returned one. */
function quantile(values, q) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round(q * (sorted.length - 1))];
}

/** A number in few digits, with a proper minus sign. */
function short(value, digits = 3) {
  if (value === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(value)));
  const text = size < -3 || size > 4 ? value.toExponential(digits - 1) : value.toFixed(Math.max(0, digits - 1 - size));
  return text.replace("-", "\u2212");
}
