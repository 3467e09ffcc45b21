"""Running the model's parts one after the other, in the order found once.

Rasa hands every prediction to dask, which works out the order anew and opens a queue and an executor each time: more
work than the rules themselves.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from rasa.engine.graph import GraphNode, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner

Plan = tuple[tuple[str, GraphNode, tuple[str, ...]], ...]


class OneAfterTheOther:
    """Runs what `loaded` has loaded; the same inputs, targets, results and errors as `GraphRunner.run`."""

    def __init__(self, loaded: DaskGraphRunner) -> None:
        self._nodes: dict[str, GraphNode] = loaded._instantiated_nodes
        self._schema: GraphSchema = loaded._graph_schema
        self._plan_of = cache(self._planned)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The outputs of `targets` by name."""
        wanted = tuple(targets or self._schema.target_names)
        results = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, node, needs in self._plan_of(wanted):
            results[name] = node(*(results.get(need, need) for need in needs))
        return {name: results[name][1] for name in wanted}

    def _planned(self, targets: tuple[str, ...]) -> Plan:
        schema = self._schema.minimal_graph_schema(list(targets))
        ordered: dict[str, tuple[str, ...]] = {}

        def place(name: str) -> None:
            if name in schema.nodes and name not in ordered:
                needs = tuple(schema.nodes[name].needs.values())
                for need in needs:
                    place(need)
                ordered[name] = needs

        for target in targets:
            place(target)
        return tuple((name, self._nodes[name], needs) for name, needs in ordered.items())
