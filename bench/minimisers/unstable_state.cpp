#include "minimisers/unstable_state.h"

#include <istream>
#include <ostream>

#include "base/error.h"

namespace vitrum::bench {

using atomistic::Configuration;

namespace {

void put(std::ostream& out, const std::vector<double>& numbers) {
  const auto count = static_cast<double>(numbers.size());
  out.write(reinterpret_cast<const char*>(&count), sizeof count);
  out.write(reinterpret_cast<const char*>(numbers.data()),
            static_cast<std::streamsize>(numbers.size() * sizeof(double)));
}

bool get(std::istream& in, std::vector<double>& numbers) {
  double count = 0;
  if (!in.read(reinterpret_cast<char*>(&count), sizeof count)) return false;
  if (!(count >= 0 && count < 1e9)) throw InputError("This is no file of unstable states.");
  numbers.resize(static_cast<std::size_t>(count));
  if (!in.read(reinterpret_cast<char*>(numbers.data()),
               static_cast<std::streamsize>(numbers.size() * sizeof(double))))
    throw InputError("The file of unstable states ends within a state: it was cut off.");
  return true;
}

void put_configuration(std::ostream& out, const Configuration& c) {
  put(out, {static_cast<double>(c.box.dimension), c.box.origin[0], c.box.origin[1], c.box.origin[2], c.box.lx,
            c.box.ly, c.box.lz, c.box.xy, c.box.xz, c.box.yz});
  put(out, std::vector<double>(c.species.begin(), c.species.end()));
  put(out, c.positions);
}

bool get_configuration(std::istream& in, Configuration& c) {
  std::vector<double> box, species;
  if (!get(in, box) || !get(in, species) || !get(in, c.positions)) return false;
  if (box.size() != 10) throw InputError("This is no file of unstable states.");
  c.box = {
      static_cast<int>(box[0]), {box[1], box[2], box[3]}, box[4], box[5], box[6], box[7], box[8], box[9]};
  c.species.clear();
  for (const double s : species) c.species.push_back(static_cast<int>(s));
  return true;
}

}  // namespace

void write(std::ostream& out, const UnstableState& s) {
  put(out, {static_cast<double>(s.sample), s.increment, s.strain, s.drop, s.dissipated,
            static_cast<double>(s.lead), s.minimum_energy});
  put_configuration(out, s.earlier);
  put_configuration(out, s.before);
  put_configuration(out, s.minimum);
  out.flush();
}

std::optional<UnstableState> read_state(std::istream& in) {
  std::vector<double> numbers;
  if (!get(in, numbers)) return {};
  UnstableState s;
  if (numbers.size() != 7 || !get_configuration(in, s.earlier) || !get_configuration(in, s.before) ||
      !get_configuration(in, s.minimum))
    throw InputError("The file of unstable states ends within a state, or is none.");
  s.sample = static_cast<int>(numbers[0]);
  s.increment = numbers[1], s.strain = numbers[2], s.drop = numbers[3], s.dissipated = numbers[4];
  s.lead = static_cast<int>(numbers[5]);
  s.minimum_energy = numbers[6];
  return s;
}

}  // namespace vitrum::bench
