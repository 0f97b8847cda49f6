#include "atomistic/eam_springs_kernel.h"

#include <vector>

// This file is compiled once for each instruction set; the functions at its end take the best that the
// processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/eam_springs_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>
// not sorted
#include "atomistic/eam_pairs-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

/// phi' and phi'' from r phi; zero beyond the cut-off, where 1/r is given as zero.
struct PairStiffnesses {
  Vector first, second;

  HWY_INLINE PairStiffnesses(const Cubic& z, Vector inverse, Vector step) {
    first = hn::Mul(hn::MulSub(z.slope, step, hn::Mul(z.value, inverse)), inverse);
    const Vector curvature = hn::Mul(z.curvature, hn::Mul(step, step));
    second = hn::Mul(hn::Sub(curvature, hn::Add(first, first)), inverse);
  }
};

template <bool symmetric>
void set(const EamProblem& problem, EightFloats* spring) {
  const Tag d;
  const hn::Rebind<float, Tag> floats;
  const Vector one = hn::Set(d, 1.0), cutoff = hn::Set(d, problem.cutoff);
  const Vector step = hn::Set(d, problem.lines.inverse_step()), step2 = hn::Mul(step, step);
  const double *table = problem.lines.data(), *rows = problem.rows->data();
  const std::uint32_t *begin = problem.runs.begin().data(), *row = problem.runs.row().data();
  std::vector<Stage> stages(problem.runs.longest() / eight);
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    set<symmetric ? 8 : 16>(d, problem, Place(d, problem.rows[i]), begin[0], begin[2], stages.data());
    const Vector embedding = hn::Set(d, problem.rows[i][3]);
    const std::size_t near = (begin[1] - begin[0]) / eight, all = (begin[2] - begin[0]) / eight;
    for (std::size_t n = 0; n < all; ++n, spring += n <= near ? near_spring : far_spring)
      for (std::size_t lane = 0; lane < eight; lane += width, row += width) {
        const Stage& stage = stages[n];
        const Separations s = stage.separations(d, lane);
        const Vector r = hn::Load(d, stage.r + lane), p = hn::Load(d, stage.p + lane);
        const std::int32_t* at = stage.begin + lane;
        const auto within = hn::Lt(r, cutoff);
        const Vector inverse = hn::IfThenElseZero(within, hn::Div(one, r));
        const PairStiffnesses phi(Cubic(load_columns(d, table + 4, at), p), inverse, step);
        Vector first = phi.first, second = phi.second;
        const auto put = [&](SpringNumbers number, Vector value) HWY_ATTR {
          hn::StoreU(hn::DemoteTo(floats, value), floats, &spring[number][lane]);
        };
        if (n < near) {
          const Columns other = load_columns(d, rows, row);
          const Cubic rho(load_columns(d, table, at), p);
          const Cubic back(symmetric ? load_columns(d, table, at) : load_columns(d, table + 8, at), p);
          const Vector here = hn::IfThenElseZero(within, hn::Mul(rho.slope, step));
          const Vector there = hn::IfThenElseZero(within, hn::Mul(back.slope, step));
          const Vector here2 = hn::IfThenElseZero(within, hn::Mul(rho.curvature, step2));
          const Vector there2 = hn::IfThenElseZero(within, hn::Mul(back.curvature, step2));
          first = hn::MulAdd(embedding, here, hn::MulAdd(other.fourth, there, first));
          second = hn::MulAdd(embedding, here2, hn::MulAdd(other.fourth, there2, second));
          put(spring_first, hn::Mul(here, inverse));
          put(spring_second, hn::Mul(there, inverse));
        }
        const Vector slope = hn::Mul(first, inverse);
        // What is nowhere is very far.
        put(spring_x, hn::IfThenElseZero(within, s.x));
        put(spring_y, hn::IfThenElseZero(within, s.y));
        put(spring_z, hn::IfThenElseZero(within, s.z));
        put(spring_slope, slope);
        put(spring_along, hn::Mul(hn::Mul(hn::Sub(second, slope), inverse), inverse));
      }
  }
}

void set_for_target(const EamProblem& problem, EightFloats* springs) {
  problem.lines.symmetric() ? set<true>(problem, springs) : set<false>(problem, springs);
}

#if HWY_MAX_BYTES >= 32

using EightTag = hn::CappedTag<float, 8>;
using Eight = hn::Vec<EightTag>;

struct FourColumns {
  Eight x, y, z, w;
};

/// Four numbers each of eight rows.
HWY_INLINE FourColumns load_eight(const float* data, const std::uint32_t* row) {
  const EightTag d;
  const hn::Half<EightTag> four;
  const hn::Repartition<double, EightTag> two;  // numbers that move together
  const auto rows = [&](int k) HWY_ATTR {
    return hn::Combine(d, hn::LoadU(four, data + row[k + 4]), hn::LoadU(four, data + row[k]));
  };
  const auto lower = [&](Eight a, Eight b) HWY_ATTR {
    return hn::BitCast(d, hn::InterleaveLower(two, hn::BitCast(two, a), hn::BitCast(two, b)));
  };
  const auto upper = [&](Eight a, Eight b) HWY_ATTR {
    return hn::BitCast(d, hn::InterleaveUpper(two, hn::BitCast(two, a), hn::BitCast(two, b)));
  };
  const Eight r0 = rows(0), r1 = rows(1), r2 = rows(2), r3 = rows(3);
  const Eight xy01 = hn::InterleaveLower(d, r0, r1), xy23 = hn::InterleaveLower(d, r2, r3);
  const Eight zw01 = hn::InterleaveUpper(d, r0, r1), zw23 = hn::InterleaveUpper(d, r2, r3);
  return {lower(xy01, xy23), upper(xy01, xy23), lower(zw01, zw23), upper(zw01, zw23)};
}

/// Eight springs, and the displacements of their second atoms from their first one's.
struct EightSprings {
  Eight sx, sy, sz, ux, uy, uz, stretch;

  HWY_INLINE EightSprings(const EightFloats* spring, const FourColumns& to, const FourColumns& from) {
    const EightTag d;
    sx = hn::Load(d, spring[spring_x].data());
    sy = hn::Load(d, spring[spring_y].data());
    sz = hn::Load(d, spring[spring_z].data());
    ux = hn::Sub(to.x, from.x), uy = hn::Sub(to.y, from.y), uz = hn::Sub(to.z, from.z);
    stretch = hn::MulAdd(sz, uz, hn::MulAdd(sy, uy, hn::Mul(sx, ux)));
  }
};

HWY_INLINE FourColumns same_for_all(const float* row) {
  const EightTag d;
  return {hn::Set(d, row[0]), hn::Set(d, row[1]), hn::Set(d, row[2]), hn::Set(d, row[3])};
}

HWY_INLINE float sum_of(Eight v) {
  HWY_ALIGN float n[8];
  hn::Store(v, EightTag(), n);
  return ((n[0] + n[4]) + (n[1] + n[5])) + ((n[2] + n[6]) + (n[3] + n[7]));
}

/// Adds how the densities change, that of a row at the place where the row begins.
void add_changes(const EamSpringProblem& problem, const float* moved, float* changes) {
  const EightTag d;
  const std::uint32_t* begin = problem.begin;
  const EightFloats* spring = problem.springs;
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    const FourColumns from = same_for_all(moved + 4 * i);
    Eight own = hn::Zero(d);
    for (std::size_t k = begin[0]; k < begin[1]; k += 8, spring += near_spring) {
      const std::uint32_t* row = problem.row + k;
      const EightSprings s(spring, load_eight(moved, row), from);
      own = hn::MulAdd(hn::Load(d, spring[spring_first].data()), s.stretch, own);
      HWY_ALIGN float other[8];
      hn::Store(hn::Mul(hn::Load(d, spring[spring_second].data()), s.stretch), d, other);
      for (std::size_t n = 0; n < 8; ++n) changes[row[n]] += other[n];
    }
    changes[4 * i] += sum_of(own);
    spring += far_spring * ((begin[2] - begin[1]) / 8);
  }
}

/// Forces of eight springs, taken from their second atoms and given to the first one.
struct Pull {
  Eight x, y, z;

  HWY_INLINE Pull() : x(hn::Zero(EightTag())), y(x), z(x) {}
  HWY_INLINE void add(const EightFloats* spring, const EightSprings& s, Eight embedding,
                      const std::uint32_t* row, float* forces) {
    const EightTag d;
    const Eight slope = hn::Load(d, spring[spring_slope].data());
    const Eight along = hn::MulAdd(hn::Load(d, spring[spring_along].data()), s.stretch, embedding);
    const Eight fx = hn::MulAdd(along, s.sx, hn::Mul(slope, s.ux));
    const Eight fy = hn::MulAdd(along, s.sy, hn::Mul(slope, s.uy));
    const Eight fz = hn::MulAdd(along, s.sz, hn::Mul(slope, s.uz));
    x = hn::Add(x, fx), y = hn::Add(y, fy), z = hn::Add(z, fz);
    HWY_ALIGN float f[32];
    hn::StoreInterleaved4(fx, fy, fz, hn::Zero(d), d, f);
    const hn::CappedTag<float, 4> four;
    for (std::size_t n = 0; n < 8; ++n) {
      float* to = forces + row[n];
      hn::StoreU(hn::Sub(hn::LoadU(four, to), hn::Load(four, f + 4 * n)), four, to);
    }
  }
};

void pull_for_target(const EamSpringProblem& problem, float* moved, float* forces) {
  const EightTag d;
  std::vector<float> changes(4 * problem.atoms + 4, 0.0F);
  add_changes(problem, moved, changes.data());
  for (std::size_t i = 0; i < problem.atoms; ++i)
    moved[4 * i + 3] = problem.embedding_curvature[i] * changes[4 * i];
  const std::uint32_t* begin = problem.begin;
  const EightFloats* spring = problem.springs;
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    const FourColumns from = same_for_all(moved + 4 * i);
    Pull own;
    for (std::size_t k = begin[0]; k < begin[1]; k += 8, spring += near_spring) {
      const std::uint32_t* row = problem.row + k;
      const FourColumns to = load_eight(moved, row);
      const Eight first = hn::Load(d, spring[spring_first].data());
      const Eight second = hn::Load(d, spring[spring_second].data());
      own.add(spring, EightSprings(spring, to, from), hn::MulAdd(from.w, first, hn::Mul(to.w, second)), row,
              forces);
    }
    for (std::size_t k = begin[1]; k < begin[2]; k += 8, spring += far_spring) {
      const std::uint32_t* row = problem.row + k;
      own.add(spring, EightSprings(spring, load_eight(moved, row), from), hn::Zero(d), row, forces);
    }
    float* force = forces + 4 * i;
    force[0] += sum_of(own.x), force[1] += sum_of(own.y), force[2] += sum_of(own.z);
  }
}

#else  // short vectors: number by number

/// Calls visit(spring, lane, near, first row, second row) for every pair.
template <typename Visit>
void each_pair(const EamSpringProblem& problem, Visit&& visit) {
  const std::uint32_t* begin = problem.begin;
  const EightFloats* spring = problem.springs;
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2)
    for (std::size_t k = begin[0]; k < begin[2]; k += 8) {
      const bool near = k < begin[1];
      for (std::size_t lane = 0; lane < 8; ++lane) visit(spring, lane, near, 4 * i, problem.row[k + lane]);
      spring += near ? near_spring : far_spring;
    }
}

float stretch_of(const EightFloats* spring, std::size_t lane, const float* from, const float* to) {
  return spring[spring_x][lane] * (to[0] - from[0]) + spring[spring_y][lane] * (to[1] - from[1]) +
         spring[spring_z][lane] * (to[2] - from[2]);
}

void pull_for_target(const EamSpringProblem& problem, float* moved, float* forces) {
  each_pair(problem,
            [&](const EightFloats* spring, std::size_t lane, bool near, std::size_t i, std::size_t j) {
              if (!near) return;
              const float stretch = stretch_of(spring, lane, moved + i, moved + j);
              moved[i + 3] += spring[spring_first][lane] * stretch;
              moved[j + 3] += spring[spring_second][lane] * stretch;
            });
  for (std::size_t i = 0; i < problem.atoms; ++i) moved[4 * i + 3] *= problem.embedding_curvature[i];
  each_pair(
      problem, [&](const EightFloats* spring, std::size_t lane, bool near, std::size_t i, std::size_t j) {
        float along = spring[spring_along][lane] * stretch_of(spring, lane, moved + i, moved + j);
        if (near)
          along += moved[i + 3] * spring[spring_first][lane] + moved[j + 3] * spring[spring_second][lane];
        for (std::size_t c = 0; c < 3; ++c) {
          const float force =
              along * spring[c][lane] + spring[spring_slope][lane] * (moved[j + c] - moved[i + c]);
          forces[i + c] += force;
          forces[j + c] -= force;
        }
      });
}

#endif

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::atomistic {

HWY_EXPORT(set_for_target);
HWY_EXPORT(pull_for_target);

void set_springs(const EamProblem& problem, EightFloats* springs) {
  HWY_DYNAMIC_DISPATCH(set_for_target)(problem, springs);
}

void pull_springs(const EamSpringProblem& problem, float* moved, float* forces) {
  HWY_DYNAMIC_DISPATCH(pull_for_target)(problem, moved, forces);
}

}  // namespace vitrum::atomistic
#endif
