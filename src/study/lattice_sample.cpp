#include "study/lattice_sample.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "study/cost.h"
#include "study/drive_record.h"

namespace vitrum::study {

namespace {

constexpr std::size_t tests_at_once = 4096;  // milliseconds, or seconds when patches are large

}  // namespace

std::shared_ptr<const elastoplastic::PatchTests> patch_tests(const Lattice& settings) {
  if (settings.program.stops.empty() && !settings.program.leg_stops) return nullptr;
  return std::make_shared<elastoplastic::PatchTests>(settings.model, settings.patches.tests);
}

LatticeSample::LatticeSample(const Lattice& settings, std::uint64_t seed, std::uint64_t sample,
                             std::shared_ptr<const elastoplastic::PatchTests> patches)
    : settings_(settings),
      sample_(sample),
      patches_(patches ? std::move(patches) : patch_tests(settings)),
      specimen_(std::make_unique<elastoplastic::LatticeSpecimen>(settings.model, seed, sample)) {
  if (settings.model.initial != elastoplastic::Initial::liquid) {
    begin_loading();
    return;
  }
  liquid_ = std::make_unique<elastoplastic::ParentLiquid>(*specimen_);
  liquid_share_ = parent_liquid_seconds(settings) / lattice_seconds(settings);
}

void LatticeSample::begin_loading() {
  rig::Program program = settings_.program;
  if (!keeps_fields()) {
    program.snapshots.clear();
    program.leg_fields = false;
  }
  if (!is_tested()) {
    program.stops.clear();
    program.leg_stops = false;
  }
  drive_ = std::make_unique<rig::Drive>(*specimen_, program);
}

void LatticeSample::step() {
  if (testing_) return test_patches();
  if (drive_) {
    drive_->advance();
    if (!drive_->stop()) return;
    surveys_.push_back({drive_->stop()->strain, drive_->stop()->leg, {}, 0, ""});
    testing_ = true;
    return;
  }
  liquid_->advance();
  if (!liquid_->finished()) return;
  measures_ = liquid_->record();
  liquid_.reset();
  begin_loading();
}

void LatticeSample::test_patches() {
  testing_ = test_more(*patches_, *specimen_, surveys_.size() - 1, surveys_.back());
}

bool test_more(const elastoplastic::PatchTests& patches, const elastoplastic::LatticeSpecimen& specimen,
               std::uint64_t state, LocalYieldSurvey& survey) {
  const std::size_t done = survey.tests.size() + static_cast<std::size_t>(survey.failed);
  const std::size_t end = std::min(patches.count(), done + tests_at_once);
  const auto add = [&](std::size_t from, std::size_t to) {
    std::vector<std::size_t> numbers(to - from);
    std::iota(numbers.begin(), numbers.end(), from);
    const LocalYieldSurvey found = patches.survey(specimen, state, numbers);
    survey.tests.insert(survey.tests.end(), found.tests.begin(), found.tests.end());
  };
  try {
    add(done, end);
  } catch (const PhysicsError&) {
    // One avalanche among thousands that does not end must not end the study.
    for (std::size_t n = done; n < end; ++n) try {
        add(n, n + 1);
      } catch (const PhysicsError& error) {
        if (survey.failed++ == 0) survey.failure = error.what();
      }
  }
  return end < patches.count();
}

double LatticeSample::progress() const {
  if (!drive_) return liquid_share_ * liquid_->progress();
  return liquid_share_ + (1 - liquid_share_) * drive_->progress();
}

std::string LatticeSample::doing() const {
  return drive_ ? "shearing lattices" : "parent liquid of lattices";
}

Group LatticeSample::checkpoint() const {
  Group out;
  if (!drive_) {
    out.groups["liquid"] = liquid_->snapshot();
    return out;
  }
  out.groups["measures"] = measures_;
  out.groups["drive"] = drive_->checkpoint();
  out.put("testing", static_cast<std::int64_t>(testing_));
  for (std::size_t i = 0; i < surveys_.size(); ++i)
    out.groups["surveys"].groups[std::to_string(i)] = to_group(surveys_[i]);
  return out;
}

void LatticeSample::resume(const Group& checkpoint) {
  if (checkpoint.has_group("liquid")) return liquid_->restore(checkpoint.group("liquid"));
  measures_ = checkpoint.group("measures");
  liquid_.reset();
  surveys_.clear();
  testing_ = checkpoint.has_array("testing") && checkpoint.integer("testing") != 0;
  if (checkpoint.has_group("surveys"))
    for (std::size_t i = 0; i < checkpoint.group("surveys").groups.size(); ++i)
      surveys_.push_back(local_yield_survey_from(checkpoint.group("surveys").group(std::to_string(i))));
  if (!drive_) begin_loading();
  drive_->resume(checkpoint.group("drive"));
}

SampleRecord LatticeSample::record() const {
  SampleRecord record = record_of("lattice", static_cast<std::int64_t>(sample_), *drive_);
  if (!keeps_fields()) record.largest_event = {};
  record.surveys = surveys_;
  record.measures = measures_;
  put_sizes(settings_.model, record.measures);
  return record;
}

void put_sizes(const elastoplastic::LatticeSettings& model, Group& measures) {
  measures.put("box",
               std::vector<double>{model.columns * model.element_length, model.rows * model.element_length},
               "length", "width and height of the lattice");
  const double elements = static_cast<double>(model.columns) * model.rows;
  measures.put("atoms", elements, "1", "elements, each of which paper 2 would call an atom");
  measures.put("volume", elements * model.element_length * model.element_length, "length^2",
               "of the lattice");
}

}  // namespace vitrum::study
