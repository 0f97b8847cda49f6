# Gaussian process regression in plain numpy, by its textbook formulas (dense inverses, no factorisation):
# python3 make_table.py > table.txt
import numpy as np

rng = np.random.default_rng(5)
n, d = 25, 2
x = rng.random((n, d))
y = np.sin(5 * x[:, 0]) + x[:, 1] ** 2 + 0.1 * rng.standard_normal(n)
noise = 0.005 + 0.01 * rng.random(n)
test = rng.random((4, d))
length, variance, nugget = np.array([0.4, 0.9]), 0.8, 0.003


def covariance(kind, a, b, lengths):
    r2 = (((a[:, None, :] - b[None, :, :]) / lengths) ** 2).sum(axis=2)
    if kind == "squared_exponential":
        return np.exp(-r2 / 2)
    s = np.sqrt(5 * r2)
    return (1 + s + s * s / 3) * np.exp(-s)


def basis(trend, a):
    columns = [np.ones(len(a))]
    if trend != "constant":
        columns += [a[:, i] for i in range(d)]
    if trend == "quadratic":
        columns += [a[:, i] * a[:, k] for i in range(d) for k in range(i, d)]
    return np.stack(columns, axis=1)


def solve(kind, trend, keep, at, lengths=length):
    k = variance * covariance(kind, x[keep], x[keep], lengths) + np.diag(noise[keep] + nugget)
    ki = np.linalg.inv(k)
    h = basis(trend, x[keep])
    a = h.T @ ki @ h
    beta = np.linalg.solve(a, h.T @ ki @ y[keep])
    ks = variance * covariance(kind, x[keep], at, lengths)
    rest = basis(trend, at).T - h.T @ ki @ ks
    mean = basis(trend, at) @ beta + ks.T @ ki @ (y[keep] - h @ beta)
    cov = variance * covariance(kind, at, at, lengths) - ks.T @ ki @ ks + rest.T @ np.linalg.inv(a) @ rest
    p = ki - ki @ h @ np.linalg.inv(a) @ h.T @ ki
    free = len(keep) - h.shape[1]
    likelihood = -0.5 * (y[keep] @ p @ y[keep] + np.linalg.slogdet(k)[1] + np.linalg.slogdet(a)[1]
                         + free * np.log(2 * np.pi))
    return mean, cov, likelihood


def numbers(name, values):
    print(name, *[f"{v:.15g}" for v in np.ravel(values)])


numbers("x", x)
numbers("y", y)
numbers("noise", noise)
numbers("test", test)
everyone = np.arange(n)
for kind in ("squared_exponential", "matern"):
    for trend in ("constant", "linear", "quadratic"):
        mean, cov, likelihood = solve(kind, trend, everyone, test)
        numbers(f"{kind}.{trend}.mean", mean)
        numbers(f"{kind}.{trend}.covariance", cov)
        numbers(f"{kind}.{trend}.likelihood", [likelihood])
        left_out = []
        for i in range(n):  # in earnest: each observation is left out and predicted from the others
            m, c, _ = solve(kind, trend, np.delete(everyone, i), x[i:i + 1])
            left_out.append((y[i] - m[0]) / np.sqrt(c[0, 0] + noise[i] + nugget))
        numbers(f"{kind}.{trend}.leave_one_out", left_out)
