"""Communities of a weighted graph: the Louvain method, in a fixed order, so that the same graph gives the same ones.

V. D. Blondel et al., "Fast unfolding of communities in large networks", Journal of Statistical Mechanics P10008, 2008.
"""

from collections.abc import Mapping, Sequence

Weights = list[dict[int, float]]  # of each node the weight of its edges, both ways; twice the weight of a loop


def communities(number: int, edges: Mapping[tuple[int, int], float]) -> list[int]:
    """The community of each node, numbered by size, then by their first node."""
    weights: Weights = [{} for _ in range(number)]
    for (a, b), amount in sorted(edges.items()):
        weights[a][b] = weights[a].get(b, 0.0) + amount
        weights[b][a] = weights[b].get(a, 0.0) + amount
    member = list(range(number))
    while True:
        moved = _settle(weights)
        if len(set(moved)) == len(weights):
            return _numbered(member)
        weights, names = _merge(weights, moved)
        member = [names[moved[m]] for m in member]


def _settle(weights: Weights) -> list[int]:
    """Move nodes to the neighbouring community that gains most modularity, until none gains."""
    degree = [sum(row.values()) for row in weights]
    total, home = sum(degree) or 1.0, list(range(len(weights)))
    held = list(degree)
    again = True
    while again:
        again = False
        for node, row in enumerate(weights):
            near: dict[int, float] = {}
            for other, amount in row.items():
                if other != node:
                    near[home[other]] = near.get(home[other], 0.0) + amount
            held[home[node]] -= degree[node]
            gain = {c: amount - held[c] * degree[node] / total for c, amount in near.items()}
            stay = gain.get(home[node], -held[home[node]] * degree[node] / total)
            best = max(gain, key=lambda c: (gain[c], -c), default=home[node])
            if gain.get(best, stay) > stay + 1e-12:
                home[node], again = best, True
            held[home[node]] += degree[node]
    return home


def _merge(weights: Weights, home: Sequence[int]) -> tuple[Weights, dict[int, int]]:
    """The graph of communities, and the numbers of its nodes."""
    names = {c: i for i, c in enumerate(dict.fromkeys(home))}
    merged: Weights = [{} for _ in names]
    for node, row in enumerate(weights):
        own = merged[names[home[node]]]
        for other, amount in row.items():
            target = names[home[other]]
            own[target] = own.get(target, 0.0) + amount
    return merged, names


def _numbered(member: Sequence[int]) -> list[int]:
    sizes: dict[int, int] = {}
    for m in member:
        sizes[m] = sizes.get(m, 0) + 1
    order = {m: i + 1 for i, m in enumerate(sorted(sizes, key=lambda m: -sizes[m]))}  # stable: equal ones by their first node
    return [order[m] for m in member]
