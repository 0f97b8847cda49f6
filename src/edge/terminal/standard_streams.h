// Standard input, output and error, as they are handed to the program.
#pragma once

namespace vitrum::terminal {

/// To be called first of all. Streams that were handed over closed, as by some schedulers, become empty ones:
/// otherwise the next file that is opened would take their place, and messages would be written into it.
/// Files that grow beyond the limit of their size are an error like a full disk, not a signal that ends the
/// program.
void prepare_streams();

/// To be called last of all. @throws StorageError when something that was printed has not arrived.
void finish_output();
/// What that throws, with a reason of errno (0: not known).
[[noreturn]] void output_failed(int error);

}  // namespace vitrum::terminal
