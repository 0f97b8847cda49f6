#include "atomistic/eam_kernel.h"

#include <vector>

// This file is compiled once for each instruction set; the functions at its end take the best that the
// processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/eam_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>
// not sorted
#include "atomistic/eam_pairs-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

/// Energy of pairs and how many of them interact.
struct Account {
  Vector energy[parts], count[parts];

  HWY_INLINE explicit Account(Tag d) {
    for (std::size_t part = 0; part < parts; ++part) energy[part] = count[part] = hn::Zero(d);
  }
  HWY_INLINE void add(Tag d, std::size_t part, Vector value, Vector functions, hn::Mask<Tag> within) {
    energy[part] = hn::Add(energy[part], value);
    const auto some = hn::And(hn::Ne(functions, hn::Zero(d)), within);
    count[part] = hn::Add(count[part], hn::IfThenElseZero(some, hn::Set(d, 1.0)));
  }
};

template <bool symmetric>
EamSums densities(const EamProblem& problem) {
  const Tag d;
  const Vector one = hn::Set(d, 1.0), cutoff = hn::Set(d, problem.cutoff);
  const Vector step = hn::Set(d, problem.lines.inverse_step());
  const double* table = problem.lines.data();
  const std::uint32_t *begin = problem.runs.begin().data(), *row = problem.runs.row().data();
  double* sums = problem.sums->data();
  EightNumbers* slopes = problem.slopes;
  std::vector<Stage> stages(problem.runs.longest() / eight);
  Account account(d);
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    set<symmetric ? 8 : 16>(d, problem, Place(d, problem.rows[i]), begin[0], begin[2], stages.data());
    Sums own(d);
    const Stage *stage = stages.data(), *far = stage + (begin[1] - begin[0]) / eight;
    for (; stage < far; ++stage, slopes += symmetric ? 2 : 3)
      for (std::size_t lane = 0, part = 0; part < parts; lane += width, ++part, row += width) {
        const Vector r = hn::Load(d, stage->r + lane), p = hn::Load(d, stage->p + lane);
        const std::int32_t* at = stage->begin + lane;
        const auto within = hn::Lt(r, cutoff);
        const Vector inverse = hn::IfThenElseZero(within, hn::Div(one, r)), scale = hn::Mul(inverse, step);
        const Cubic rho(load_columns(d, table, at), p), z(load_columns(d, table + 4, at), p);
        const PairEnergy phi(z, inverse, step);
        const Vector here = hn::IfThenElseZero(within, rho.value);
        own.fourth[part] = hn::Sub(own.fourth[part], here);
        hn::Store(phi.slope_over_r, d, &slopes[0][lane]);
        hn::Store(hn::Mul(rho.slope, scale), d, &slopes[1][lane]);
        if constexpr (symmetric) {
          add_to_fourth(d, sums, row, here);
          account.add(d, part, phi.energy, hn::Or(z.value, rho.value), within);
        } else {
          const Cubic other(load_columns(d, table + 8, at), p);
          hn::Store(hn::Mul(other.slope, scale), d, &slopes[2][lane]);
          add_to_fourth(d, sums, row, hn::IfThenElseZero(within, other.value));
          account.add(d, part, phi.energy, hn::Or(z.value, hn::Or(rho.value, other.value)), within);
        }
      }
    for (const Stage* end = far + (begin[2] - begin[1]) / eight; stage < end; ++stage)
      for (std::size_t lane = 0, part = 0; part < parts; lane += width, ++part, row += width) {
        const Vector r = hn::Load(d, stage->r + lane);
        const auto within = hn::Lt(r, cutoff);
        if (hn::AllFalse(d, within)) continue;
        const Vector inverse = hn::IfThenElseZero(within, hn::Div(one, r));
        const Cubic z(load_columns(d, table + 4, stage->begin + lane), hn::Load(d, stage->p + lane));
        const PairEnergy phi(z, inverse, step);
        const Separations push = times(hn::Neg(phi.slope_over_r), stage->separations(d, lane));
        own.add(part, push);
        add_to_rows(d, sums, row, push);
        account.add(d, part, phi.energy, z.value, within);
      }
    subtract_from_row(sums + 4 * i, own);
  }
  return {total(account.energy), static_cast<std::int64_t>(total(account.count))};
}

template <bool symmetric>
void near_forces(const EamProblem& problem) {
  const Tag d;
  const std::uint32_t *begin = problem.runs.begin().data(), *all_rows = problem.runs.row().data();
  const double* rows = problem.rows->data();
  double* sums = problem.sums->data();
  const EightNumbers* slopes = problem.slopes;
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    const Place from(d, problem.rows[i]);
    const Vector embedding = hn::Set(d, problem.rows[i][3]);
    Sums own(d);
    for (std::size_t k = begin[0]; k < begin[1]; k += eight, slopes += symmetric ? 2 : 3)
      for (std::size_t lane = 0, part = 0; part < parts; lane += width, ++part) {
        const std::uint32_t* row = all_rows + k + lane;
        const Columns to = load_columns(d, rows, row);
        const Vector phi = hn::Load(d, &slopes[0][lane]), rho = hn::Load(d, &slopes[1][lane]);
        Vector slope;
        if constexpr (symmetric)
          slope = hn::MulAdd(rho, hn::Add(embedding, to.fourth), phi);
        else
          slope = hn::MulAdd(rho, embedding, hn::MulAdd(hn::Load(d, &slopes[2][lane]), to.fourth, phi));
        const Separations push = times(hn::Neg(slope), from.to(to));
        own.add(part, push);
        add_to_rows(d, sums, row, push);
      }
    subtract_from_row(sums + 4 * i, own);
  }
}

EamSums densities_for_target(const EamProblem& problem) {
  return problem.lines.symmetric() ? densities<true>(problem) : densities<false>(problem);
}

void near_for_target(const EamProblem& problem) {
  problem.lines.symmetric() ? near_forces<true>(problem) : near_forces<false>(problem);
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::atomistic {

HWY_EXPORT(densities_for_target);
HWY_EXPORT(near_for_target);

EamSums sum_densities(const EamProblem& problem) {
  return HWY_DYNAMIC_DISPATCH(densities_for_target)(problem);
}

void sum_near(const EamProblem& problem) { HWY_DYNAMIC_DISPATCH(near_for_target)(problem); }

SymmetricTensor virial(const std::vector<SlotRow>& rows, const std::vector<SlotRow>& forces,
                       std::size_t slots) {
  SymmetricTensor sum;
  for (std::size_t k = 0; k < slots; ++k) {
    const SlotRow& f = forces[k];
    const double x = rows[k][0] - rows[0][0], y = rows[k][1] - rows[0][1], z = rows[k][2] - rows[0][2];
    sum.xx -= x * f[0], sum.yy -= y * f[1], sum.zz -= z * f[2];
    sum.yz -= y * f[2], sum.xz -= x * f[2], sum.xy -= x * f[1];
  }
  return sum;
}

}  // namespace vitrum::atomistic
#endif
