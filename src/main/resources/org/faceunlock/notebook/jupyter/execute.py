"""Runs notebooks top to bottom, each in a fresh kernel: execute.py SECONDS OUT NOTEBOOK...

Writes OUT/<name>.ipynb with the outputs and OUT/<name>.html; exit code 1 if a cell of any failed or took longer than
SECONDS.
"""

import pathlib
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbconvert import HTMLExporter

import widget_snapshots


def run(source, seconds, out):
    notebook = nbformat.read(source, as_version=4)
    numbers = [sum(cell.cell_type == "code" for cell in notebook.cells[: at + 1]) for at in range(len(notebook.cells))]
    place = "before the first cell"

    def starts(cell, cell_index):
        nonlocal place
        place = f"code cell {numbers[cell_index]}"

    # a cell's idle status comes after all of its output: whoever waits less for it than for the cell loses the rest
    client = NotebookClient(notebook, timeout=seconds, iopub_timeout=seconds, raise_on_iopub_timeout=True,
                            on_cell_start=starts, kernel_name="java",
                            resources={"metadata": {"path": str(source.parent)}})
    begun = time.monotonic()
    failure = None
    try:
        client.execute()
    except CellTimeoutError:
        failure = f"took longer than {seconds} s; --timeout sets how long a cell may take"
    except CellExecutionError as e:
        failure = str(e)
    except RuntimeError as e:
        failure = f"{e}: the kernel exited, crashed or was killed, perhaps for want of memory"
    client.set_widgets_metadata()
    widget_snapshots.freeze(notebook)
    notebook.metadata.pop("widgets", None)  # live widgets need a server: the file shows their snapshots
    nbformat.write(notebook, out / source.name)
    html, _ = HTMLExporter().from_notebook_node(notebook)
    (out / source.with_suffix(".html").name).write_text(html, encoding="utf-8")
    print(f"{'failed' if failure else 'ok'}  {time.monotonic() - begun:6.1f} s  {out / source.name}", flush=True)
    if failure:
        print(f"{source}, {place}: {failure}", file=sys.stderr, flush=True)
    return failure is None


def main():
    seconds, out = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    results = [run(pathlib.Path(name).resolve(), seconds, out) for name in sys.argv[3:]]
    sys.exit(0 if all(results) else 1)


main()
