// Panels that figs. 4 and 8 have in common: local quantities against the radius and the angle.
#pragma once

#include <string>

#include "study/castellanos2021/local_states.h"

namespace vitrum::study::castellanos2021 {

/// A row of figs. 4 and 8.
struct LocalRow {
  std::size_t quantity;
  const char *words, *symbol;
};
inline constexpr LocalRow yield_row{tau_c, "local yield stress", "tau_c"};
inline constexpr LocalRow distance_row{distance, "distance to threshold", "Delta tau_c"};
inline constexpr LocalRow drop_row{drop, "local stress drop", "delta tau_c"};
inline constexpr LocalRow von_mises_row{von_mises, "von Mises stress", "Sigma_vm"};
inline constexpr LocalRow resolved_row{tau_i, "resolved shear stress", "tau_i"};

/// Forward in both states, and backward in the stationary one unless the quantity has no direction.
FigurePanel against_radius_panel(const std::string& name, const LocalRow& row, Moment moment,
                                 const LocalComparison& local);
FigurePanel against_angle_panel(const std::string& name, const LocalRow& row, Moment moment,
                                const LocalComparison& local);
/// In both states along a direction. Distances in bins of equal ratio when `logarithmic`.
FigurePanel local_density_panel(const std::string& name, const LocalRow& row, double direction,
                                bool logarithmic, const LocalComparison& local);

/// Whether the models approach each other as patches grow: relative differences forward at the smallest and
/// the largest radius that both have (to a fifth of it), means over quantities and states.
PaperClaim convergence_claim(const std::string& statement, Moment moment, const LocalComparison& local);

/// How far the lattice is from the glass in one state along one direction, mean over the quantities tau_i
/// (not as quenched, where it vanishes), tau_c, distance and drop.
Estimate mean_difference(const LocalComparison& local, LocalState state, Moment moment, double direction);

}  // namespace vitrum::study::castellanos2021
