#include "elastoplastic/lattice.h"
