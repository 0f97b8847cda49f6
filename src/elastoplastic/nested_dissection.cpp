#include "elastoplastic/nested_dissection.h"

namespace vitrum::elastoplastic {

namespace {

/// A rectangle of so many nodes is eliminated without further cuts: for the small dense blocks of a factor
/// fewer and wider is better.
constexpr int smallest = 16;

class Dissection {
 public:
  Dissection(int columns, int rows) : columns_(columns), transposed_(rows > columns) {
    length_ = transposed_ ? rows : columns;
    width_ = transposed_ ? columns : rows;
  }

  /// Two lines around the torus leave two rings.
  std::vector<int> order() {
    const int half = length_ / 2;
    ring(1, half - 1);
    ring(half + 1, length_ - half - 1);
    nodes(0, 0, 1, width_);
    nodes(half, 0, 1, width_);
    return order_;
  }

 private:
  /// Cut by the shorter of a line around the ring and the two lines along it that open it.
  void ring(int i, int length) {
    if (width_ < 2 * length) {
      const int half = length / 2;
      ring(i, half);
      ring(i + half + 1, length - half - 1);
      nodes(i + half, 0, 1, width_);
      return;
    }
    const int half = width_ / 2;
    rectangle(i, 1, length, half - 1);
    rectangle(i, half + 1, length, width_ - half - 1);
    nodes(i, 0, length, 1);
    nodes(i, half, length, 1);
  }

  void rectangle(int i, int j, int length, int width) {
    if (length * width <= smallest) {
      nodes(i, j, length, width);
    } else if (length >= width) {
      const int half = length / 2;
      rectangle(i, j, half, width);
      rectangle(i + half + 1, j, length - half - 1, width);
      nodes(i + half, j, 1, width);
    } else {
      const int half = width / 2;
      rectangle(i, j, length, half);
      rectangle(i, j + half + 1, length, width - half - 1);
      nodes(i, j + half, length, 1);
    }
  }

  void nodes(int i, int j, int length, int width) {
    for (int b = j; b < j + width; ++b)
      for (int a = i; a < i + length; ++a)
        order_.push_back(transposed_ ? a * columns_ + b : b * columns_ + a);
  }

  int columns_;
  bool transposed_;  // the first of two coordinates runs along the longer side
  int length_ = 0, width_ = 0;
  std::vector<int> order_;
};

}  // namespace

std::vector<int> nested_dissection(int columns, int rows) { return Dissection(columns, rows).order(); }

}  // namespace vitrum::elastoplastic
