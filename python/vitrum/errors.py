"""What may go wrong, by what one can do about it. The words are those of the program."""


class Error(Exception):
    """Any error of Vitrum. `messages` lists all that is wrong, one entry each; str() holds them all."""

    def __init__(self, message, messages=()):
        super().__init__(message)
        self.messages = list(messages) or [message]


class InputError(Error, ValueError):
    """Something you can mend: a setting, a file, an argument. Says what, where, why, and what to do."""


class PhysicsError(Error, RuntimeError):
    """A computation that could not do what was asked: no equilibrium, atoms on top of each other."""


class StorageError(Error, RuntimeError):
    """Reading or writing failed for a reason outside Vitrum: disk full, no permission."""
