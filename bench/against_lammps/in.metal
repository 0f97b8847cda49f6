# Evaluations of energy, forces and virial of one configuration: atoms that hardly move.
units metal
boundary p p p
atom_style atomic
box tilt large
read_data ${data}
pair_style eam/fs
pair_coeff * * ${table} Cu Zr
mass * 60.0
neighbor ${skin} bin
timestep 1e-9
fix 1 all nve
thermo_style custom step pe pxx
thermo_modify norm no format float %.17g
thermo 1
run ${evaluations}
