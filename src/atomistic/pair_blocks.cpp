#include <vector>

#include "atomistic/pair_kernel.h"

// This file is compiled once for each instruction set; pair_blocks() takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/pair_blocks.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>
// not sorted
#include "atomistic/pair_laws-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

void blocks_for_target(const PairProblem& problem, double* blocks) {
  const Tag d;
  const std::uint32_t* all_rows = problem.runs.row().data();
  const std::uint32_t* begin = problem.runs.begin().data();
  const int species = problem.potentials.species();
  const double* rows = problem.rows;
  const std::vector<double> table = table_of(problem.potentials);
  constexpr std::size_t stride_of_table = Laws::coefficients * PairRuns::lanes;
  const auto atoms = static_cast<int>(problem.species.size());
  for (int i = 0; i < atoms; ++i) {
    const Vector xi = hn::Set(d, rows[2 * i]), yi = hn::Set(d, rows[2 * i + 1]);
    const int own_species = problem.species[static_cast<std::size_t>(i)];
    for (int b = 0; b < species; ++b, ++begin) {
      const Laws laws(&table[stride_of_table * static_cast<std::size_t>(own_species * species + b)]);
      for (std::uint32_t k = begin[0]; k < begin[1]; k += static_cast<std::uint32_t>(hn::Lanes(d))) {
        const Separations to = load<2>(d, rows, all_rows + k);
        const Vector x = hn::Sub(to.x, xi), y = hn::Sub(to.y, yi);
        const Vector square = hn::MulAdd(x, x, hn::Mul(y, y));
        const Vector inverse2 = hn::Div(hn::Set(d, 1.0), square);
        const Stiffnesses found = laws.stiffnesses(d, square, inverse2);
        const Vector along = hn::Mul(hn::Sub(found.curvature, found.slope_over_r), inverse2);
        double* out = blocks + 3 * (k / PairRuns::lanes * PairRuns::lanes) + k % PairRuns::lanes;
        hn::StoreU(hn::MulAdd(hn::Mul(along, x), x, found.slope_over_r), d, out);
        hn::StoreU(hn::MulAdd(hn::Mul(along, y), y, found.slope_over_r), d, out + PairRuns::lanes);
        hn::StoreU(hn::Mul(hn::Mul(along, x), y), d, out + 2 * PairRuns::lanes);
      }
    }
  }
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::atomistic {

HWY_EXPORT(blocks_for_target);

void pair_blocks(const PairProblem& problem, double* blocks) {
  HWY_DYNAMIC_DISPATCH(blocks_for_target)(problem, blocks);
}

}  // namespace vitrum::atomistic
#endif
