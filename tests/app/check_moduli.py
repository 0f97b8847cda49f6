"""evaluate --moduli --lowest-mode --json of a quenched glass of paper 1, whose G is about 13.2 and B, when it flows, about 59."""
import json
import sys

got = json.load(open(sys.argv[1]))
moduli = got["moduli"]
assert moduli["stable"] and moduli["in_equilibrium"] and moduli["order"] == ["xx", "yy", "xy"], moduli
relaxed, affine = moduli["relaxed"], moduli["affine"]
assert 11 < relaxed["shear_modulus"] < 16 and 45 < relaxed["bulk_modulus"] < 62, relaxed
c = relaxed["stiffness"]
assert all(c[p][q] == c[q][p] for p in range(3) for q in range(3))
# The atoms' freedom only softens, in every direction of strain.
assert all(relaxed["stiffness"][k][k] < affine["stiffness"][k][k] for k in range(3))
pressure = -(got["stress"][0][0] + got["stress"][1][1]) / 2
assert abs(relaxed["bulk_modulus"] - (c[0][0] + c[1][1] + 2 * c[0][1]) / 4) < 1e-9
assert abs(relaxed["shear_modulus"] - ((c[0][0] + c[1][1] - 2 * c[0][1] + 4 * c[2][2]) / 8 - pressure)) < 1e-9
assert abs(relaxed["simple_shear_modulus"] - (c[2][2] + got["stress"][1][1])) < 1e-9
assert got["lowest_mode"]["eigenvalue"] > 0
assert 1 <= got["lowest_mode"]["participation"] <= got["atoms"]
