"""Stretches of elastic loading of a glass with scatter, and the fit of paper 2's elastic law to them.

Independent of the C++: X_1 by bisection of eqs. 5 and 7, the four equations of the fit by Newton's method with a
numerical Jacobian, errors by leaving out one sample after the other. Writes elastic_fit_stretches.csv and
elastic_fit.csv. Run: /usr/bin/python3 elastic_fit.py
"""
import numpy as np

GPA = 1 / 160.2176634
VOLUME, G0, UA, TA, TB = 15.857, 25.9 * GPA, 0.101, 8.4 * GPA, 2.9 * GPA
SAMPLES, STEP, SMALL = 16, 1e-3, 0.02


def elastic_energy(tau, x, g0, ua, ta2, tb4):
    return VOLUME * tau**2 / (2 * g0) * (1 / (1 - x / ua) + tau**2 * ta2 + tau**4 * tb4)


def make():
    random = np.random.default_rng(20241002)
    rows = []
    for sample in range(SAMPLES):
        x, tau, gamma = 0.005 + 0.05 * sample / SAMPLES + 0.002 * random.random(), 0.0, 0.0
        u = x
        while gamma < 0.12:
            # Loading by small steps of eq. 7's tangent with the scatter of this stretch; the energy is the work.
            factor = 1 + 0.03 * random.standard_normal()
            tau0, u0 = tau, u
            for _ in range(50):
                g = lambda t: factor * G0 / (1 / (1 - x / UA) + 2 * (t / TA)**2 + 3 * (t / TB)**4)
                half = tau + 0.5 * g(tau) * STEP / 50
                next_tau = tau + g(half) * STEP / 50
                u += VOLUME * 0.5 * (tau + next_tau) * STEP / 50
                tau = next_tau
            rows.append((sample, gamma, STEP, tau0, u0, tau, u))
            gamma += STEP
            if random.random() < 0.2 * min(tau / (2 * GPA), 1):  # an event, which takes a stretch of its own
                tau -= 0.03 * GPA * random.random()
                gamma += STEP
            # The law of the scattered energy has its own X_1.
            x = inelastic(tau, u, G0, UA, TA**-2, TB**-4)
    return np.array(rows)


def inelastic(tau, u, g0, ua, ta2, tb4):
    tau, u = np.atleast_1d(tau), np.atleast_1d(u)
    low, high = np.full(tau.shape, -1.0), np.full(tau.shape, ua * (1 - 1e-12))
    for _ in range(200):
        middle = 0.5 * (low + high)
        above = middle + elastic_energy(tau, middle, g0, ua, ta2, tb4) > u
        high, low = np.where(above, middle, high), np.where(above, low, middle)
    return low if low.size > 1 else low[0]


def residuals(p, rows):
    g0, s, ta2, tb4 = p
    _, begin, step, t0, u0, t1, u1 = rows.T
    ua = g0 / s
    x = 0.5 * (inelastic(t0, u0, g0, ua, ta2, tb4) + inelastic(t1, u1, g0, ua, ta2, tb4))
    c = 1 / (1 - x / ua)
    anharmonic = ta2 * 2 / 3 * (t1**3 - t0**3) + tb4 * 3 / 5 * (t1**5 - t0**5)
    small = begin + step <= SMALL * (1 + 1e-9)
    y = (t1 - t0 + anharmonic / c)[small]
    r = y - (g0 - s * x[small]) * step[small]
    full = g0 * step - c * (t1 - t0) - anharmonic
    m = 0.5 * (t0 + t1)
    return np.array([r.sum(), (r * x[small]).sum(), (full * m**2).sum(), (full * m**4).sum()])


def fit(rows):
    p = np.array([G0, G0 / UA, TA**-2, TB**-4])
    for _ in range(30):
        f = residuals(p, rows)
        jacobian = np.empty((4, 4))
        for k in range(4):
            h = np.zeros(4)
            h[k] = 1e-5 * abs(p[k])
            jacobian[:, k] = (residuals(p + h, rows) - residuals(p - h, rows)) / (2 * h[k])
        step = np.linalg.solve(jacobian, f)
        p = p - step
        if np.max(np.abs(step / p)) < 1e-12:
            break
    return p


if __name__ == "__main__":
    rows = make()
    whole = fit(rows)
    without = np.array([fit(rows[rows[:, 0] != i]) for i in range(SAMPLES)])
    covariance = (SAMPLES - 1) * np.cov(without.T, bias=True)
    g0, s, a, b = whole
    d = np.zeros((4, 4))
    d[0, 0], d[1, 0], d[1, 1] = 1, 1 / s, -g0 / s**2
    d[2, 2], d[3, 3] = -0.5 * a**-1.5, -0.25 * b**-1.25
    covariance = d @ covariance @ d.T
    errors = np.sqrt(np.diag(covariance))
    values = np.array([g0, g0 / s, a**-0.5, b**-0.25])
    np.savetxt("elastic_fit_stretches.csv", rows, fmt=["%d"] + ["%.17g"] * 6, delimiter=",",
               header="sample,begin,increment,stress_from,energy_from,stress_to,energy_to", comments="")
    with open("elastic_fit.csv", "w") as file:
        file.write("parameter,value,error,with_modulus,with_softening,with_tau_a,with_tau_b\n")
        for k, name in enumerate(["modulus", "softening", "tau_a", "tau_b"]):
            numbers = [values[k], errors[k], *(covariance[k] / errors[k] / errors)]
            file.write(name + "," + ",".join("%.15g" % x for x in numbers) + "\n")
    print(values / np.array([GPA, 1, GPA, GPA]), errors / np.array([GPA, 1, GPA, GPA]))
