"""Writes a classifier of BERT-base's size with random weights, in int8, as ONNX: what `optimum` makes of a fine-tuned BERT.

    python benches/bert.py FILE

Twelve layers of width 768 with twelve heads, an inner width of 3,072, 30,522 pieces, 512 places, three classes; weights in int8 by
onnxruntime's dynamic quantisation, as the int8 files of published models are made.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import quantize_dynamic

LAYERS, WIDTH, HEADS, INNER, PIECES, PLACES, CLASSES = 12, 768, 12, 3072, 30522, 512, 3


class Graph:
    """Nodes and weights as they are added; every method returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list = []
        self.weights: list = []
        self.random = np.random.default_rng(1)

    def constant(self, value: np.ndarray) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def weight(self, *shape: int) -> str:
        return self.constant((0.02 * self.random.standard_normal(shape)).astype(np.float32))

    def add(self, kind: str, *inputs: str, **attributes) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def linear(self, x: str, rows: int, columns: int) -> str:
        return self.add("Add", self.add("MatMul", x, self.weight(rows, columns)), self.weight(columns))

    def norm(self, x: str) -> str:
        ones, zeros = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
        return self.add("LayerNormalization", x, self.constant(ones), self.constant(zeros), axis=-1, epsilon=1e-12)

    def gelu(self, x: str) -> str:
        half, one, root = (self.constant(np.float32(v)) for v in (0.5, 1.0, 2**0.5))
        error = self.add("Add", self.add("Erf", self.add("Div", x, root)), one)
        return self.add("Mul", self.add("Mul", x, half), error)

    def heads(self, x: str, order: tuple[int, ...]) -> str:
        shape = self.constant(np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
        return self.add("Transpose", self.add("Reshape", self.linear(x, WIDTH, WIDTH), shape), perm=order)

    def layer(self, x: str) -> str:
        query, value = self.heads(x, (0, 2, 1, 3)), self.heads(x, (0, 2, 1, 3))
        key = self.heads(x, (0, 2, 3, 1))
        scale = self.constant(np.float32((WIDTH // HEADS) ** 0.5))
        attention = self.add("Softmax", self.add("Div", self.add("MatMul", query, key), scale), axis=-1)
        heard = self.add("Transpose", self.add("MatMul", attention, value), perm=(0, 2, 1, 3))
        heard = self.add("Reshape", heard, self.constant(np.array([0, 0, WIDTH], np.int64)))
        x = self.norm(self.add("Add", x, self.linear(heard, WIDTH, WIDTH)))
        inner = self.linear(self.gelu(self.linear(x, WIDTH, INNER)), INNER, WIDTH)
        return self.norm(self.add("Add", x, inner))


def bert() -> onnx.ModelProto:
    g = Graph()
    length = g.add("Slice", g.add("Shape", "input_ids"), *(g.constant(np.array([i], np.int64)) for i in (1, 2)))
    places = g.add("Slice", g.weight(PLACES, WIDTH), g.constant(np.array([0], np.int64)), length)
    x = g.norm(g.add("Add", g.add("Gather", g.weight(PIECES, WIDTH), "input_ids"), places))
    for _ in range(LAYERS):
        x = g.layer(x)
    first = g.add("Gather", x, g.constant(np.int64(0)), axis=1)
    logits = g.linear(g.add("Tanh", g.linear(first, WIDTH, WIDTH)), WIDTH, CLASSES)
    graph = helper.make_graph(
        g.nodes,
        "bert",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "length"])],
        [helper.make_tensor_value_info(logits, TensorProto.FLOAT, [1, CLASSES])],
        g.weights,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        floats = Path(folder) / "floats.onnx"
        onnx.save(bert(), floats)
        quantize_dynamic(floats, sys.argv[1])
