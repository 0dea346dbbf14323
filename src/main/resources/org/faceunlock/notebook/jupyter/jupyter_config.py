"""Settings of every Jupyter program in this environment: widgets are saved and exported with what they showed last."""

import pathlib
import sys

sys.path.append(str(pathlib.Path(sys.prefix, "share", "jupyter")))

import widget_snapshots

c = get_config()
c.FileContentsManager.pre_save_hook = widget_snapshots.before_saving
c.HTMLExporter.preprocessors = [widget_snapshots.before_export]
