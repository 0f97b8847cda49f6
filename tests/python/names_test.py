"""Every public name has a docstring and a stub, and the stubs say what is there."""

import ast
import inspect
import pathlib
import unittest

import vitrum
import vitrum.seem

PACKAGE = pathlib.Path(vitrum.__file__).parent
# Those that Python's protocols ask for need no words of their own.
PROTOCOL = {name for name in dir(dict) if name.startswith("__")} | {"__getattr__", "__init__"}


def stub(name):
    """Names of a stub: functions and classes, these with their members."""
    tree = ast.parse((PACKAGE / name).read_text())
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    classes = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            members = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
            members |= {one.target.id: one for one in node.body if isinstance(one, ast.AnnAssign)}
            classes[node.name] = members
    return functions, classes


def arguments(node):
    spec = node.args
    named = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *([spec.kwarg] if spec.kwarg else [])]
    return [one.arg for one in named]


def own_members(value):
    """What a class adds to those it is made from, without what is private."""
    return {name for name in vars(value) if not name.startswith("_")}


class Names(unittest.TestCase):
    def setUp(self):
        self.modules = [(vitrum, *stub("__init__.pyi")), (vitrum.seem, *stub("seem.pyi"))]

    def public(self):
        for module, functions, classes in self.modules:
            for name in module.__all__:
                yield module, name, getattr(module, name), functions, classes

    def test_everything_public_has_a_docstring(self):
        for module, name, value, _, _ in self.public():
            # Not inspect.getdoc, which takes the words of a class above.
            self.assertGreater(len(value.__doc__ or ""), 20, f"{module.__name__}.{name}")
            if not inspect.isclass(value):
                continue
            for member in own_members(value):
                words = inspect.getdoc(vars(value)[member])
                if member not in ("unit", "note") or value is not vitrum.Array:
                    # pybind11 puts the signature before the words
                    words = (words or "").rpartition("\n\n")[2]
                    self.assertGreater(len(words), 4, f"{name}.{member}")

    def test_everything_public_has_a_stub_and_no_stub_is_left_over(self):
        for module, functions, classes in self.modules:
            stubbed = set(functions) | set(classes)
            expected = {name for name in module.__all__ if not inspect.ismodule(getattr(module, name))}
            self.assertEqual(stubbed, expected)

    def test_members_of_classes_are_those_of_their_stubs(self):
        for module, name, value, _, classes in self.public():
            if not inspect.isclass(value):
                continue
            stubbed = {member for member in classes[name] if member not in PROTOCOL}
            there = own_members(value)
            if name == "ResultFile":
                there |= {"path", "kind", "provenance", "content"}
            there |= {"messages"} if name == "Error" else {"folder"} if name == "Results" else set()
            self.assertEqual(there, stubbed, f"{module.__name__}.{name}")

    def test_arguments_are_those_of_the_stubs(self):
        checked = 0
        for module, name, value, functions, classes in self.public():
            pairs = [(value, functions[name])] if name in functions else []
            for member, node in classes.get(name, {}).items():
                found = inspect.getattr_static(value, member, None)
                found = found.__func__ if isinstance(found, staticmethod) else found
                if inspect.isfunction(found) and isinstance(node, ast.FunctionDef):
                    pairs.append((found, node))
            for function, node in pairs:
                self.assertEqual(list(inspect.signature(function).parameters), arguments(node),
                                 f"{module.__name__}.{name} {node.name}")
                checked += 1
        self.assertGreater(checked, 20)

    def test_compiled_methods_take_what_their_stubs_say(self):
        checked = 0
        for _, name, value, _, classes in self.public():
            for member, node in classes.get(name, {}).items():
                found = vars(value).get(member) if inspect.isclass(value) else None
                if type(found).__name__ != "instancemethod" or member in PROTOCOL:
                    continue
                signature = found.__doc__.splitlines()[0]
                for argument in arguments(node)[1:]:
                    self.assertIn(f"{argument}: ", signature)
                checked += 1
        self.assertGreater(checked, 10)

    def test_the_package_says_that_it_is_typed(self):
        self.assertTrue((PACKAGE / "py.typed").exists())


if __name__ == "__main__":
    unittest.main()
