// Small symmetric tensors: true tensor components, no factor 2 anywhere.
#pragma once

namespace vitrum {

/// A symmetric second-rank tensor. Two-dimensional models leave zz, yz, xz at zero.
struct SymmetricTensor {
  double xx = 0, yy = 0, zz = 0, yz = 0, xz = 0, xy = 0;

  SymmetricTensor& operator+=(const SymmetricTensor& b) {
    xx += b.xx, yy += b.yy, zz += b.zz, yz += b.yz, xz += b.xz, xy += b.xy;
    return *this;
  }
  friend SymmetricTensor operator+(SymmetricTensor a, const SymmetricTensor& b) { return a += b; }
  friend SymmetricTensor operator*(double f, const SymmetricTensor& a) {
    return {f * a.xx, f * a.yy, f * a.zz, f * a.yz, f * a.xz, f * a.xy};
  }
  friend SymmetricTensor operator-(const SymmetricTensor& a, const SymmetricTensor& b) {
    return a + (-1.0) * b;
  }
  friend bool operator==(const SymmetricTensor&, const SymmetricTensor&) = default;
};

}  // namespace vitrum
