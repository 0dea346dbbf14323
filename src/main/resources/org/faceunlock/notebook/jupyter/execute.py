"""Runs notebooks top to bottom, each in a fresh kernel: execute.py OUT NOTEBOOK...

Writes OUT/<name>.ipynb with the outputs and OUT/<name>.html; exit code 1 if a cell of any failed.
"""

import copy
import pathlib
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

SECONDS_A_CELL = 600


def run(source, out):
    notebook = nbformat.read(source, as_version=4)
    client = NotebookClient(notebook, timeout=SECONDS_A_CELL, kernel_name="java",
                            resources={"metadata": {"path": str(source.parent)}})
    begun = time.monotonic()
    failure = None
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as e:
        failure = str(e)
    nbformat.write(notebook, out / source.name)
    page = copy.deepcopy(notebook)
    page.metadata.pop("widgets", None)  # live widgets need a server: the page shows their snapshots
    html, _ = HTMLExporter().from_notebook_node(page)
    (out / source.with_suffix(".html").name).write_text(html, encoding="utf-8")
    print(f"{'failed' if failure else 'ok'}  {time.monotonic() - begun:6.1f} s  {out / source.name}", flush=True)
    if failure:
        print(failure, file=sys.stderr, flush=True)
    return failure is None


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    results = [run(pathlib.Path(name).resolve(), out) for name in sys.argv[2:]]
    sys.exit(0 if all(results) else 1)


main()
