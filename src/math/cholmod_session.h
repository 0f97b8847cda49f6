// CHOLMOD as this room uses it.
#pragma once

#include <cholmod.h>

#include <string>

#include "math/sparse_symmetric.h"

namespace vitrum {

/// CHOLMOD's settings and work space.
struct CholmodSession {
  CholmodSession();
  ~CholmodSession() { cholmod_finish(&common); }
  CholmodSession(const CholmodSession&) = delete;
  CholmodSession& operator=(const CholmodSession&) = delete;

  /// @throws PhysicsError that says what failed, unless `done` and all is well.
  void require(bool done, const std::string& what) const;

  cholmod_common common{};
};

/// The matrix for CHOLMOD, which reads our arrays in place and does not write to a matrix that it factorises.
cholmod_sparse cholmod_view(const SparseSymmetric& matrix, bool with_values);

}  // namespace vitrum
