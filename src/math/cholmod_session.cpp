#include "math/cholmod_session.h"

#include "base/error.h"

namespace vitrum {

CholmodSession::CholmodSession() {
  cholmod_start(&common);
  common.print = 0;
  common.supernodal = CHOLMOD_SUPERNODAL;
  common.quick_return_if_not_posdef = 1;
  common.nmethods = 1;
  common.method[0].ordering = CHOLMOD_GIVEN;
  common.postorder = 1;
}

void CholmodSession::require(bool done, const std::string& what) const {
  if (!done || common.status < CHOLMOD_OK)
    throw PhysicsError("The sparse solver failed while " + what + " (CHOLMOD status " +
                       std::to_string(common.status) + "; -2 means that memory ran out).");
}

cholmod_sparse cholmod_view(const SparseSymmetric& matrix, bool with_values) {
  cholmod_sparse a{};
  a.nrow = a.ncol = matrix.size();
  a.nzmax = matrix.row.size();
  a.p = const_cast<int*>(matrix.column_begin.data());
  a.i = const_cast<int*>(matrix.row.data());
  a.x = with_values ? const_cast<double*>(matrix.value.data()) : nullptr;
  a.stype = -1;
  a.itype = CHOLMOD_INT;
  a.xtype = with_values ? CHOLMOD_REAL : CHOLMOD_PATTERN;
  a.dtype = CHOLMOD_DOUBLE;
  a.sorted = 1;
  a.packed = 1;
  return a;
}

}  // namespace vitrum
