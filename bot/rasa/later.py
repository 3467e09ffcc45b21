"""Libraries that training needs and a conversation does not, imported when something in them is called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class _PutOff(ModuleType):
    """A module whose names are functions that import the real module and call what it has by that name."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*arguments: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*arguments, **named)

        return called


class _Finder(MetaPathFinder, Loader):
    def __init__(self, library: str) -> None:
        self._library = library

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] == self._library else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _PutOff(spec.name)

    def exec_module(self, _module: ModuleType) -> None:
        """Nothing is imported yet."""


@contextmanager
def put_off(library: str) -> Iterator[None]:
    """What is imported from `library` in here is imported when it is called; only for functions and classes to be made.

    Does nothing where the library was imported before.
    """
    if library in sys.modules:
        yield
        return
    finder = _Finder(library)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name, module in sys.modules.items() if isinstance(module, _PutOff)]:
            del sys.modules[name]
