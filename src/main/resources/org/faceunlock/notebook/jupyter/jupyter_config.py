"""Settings of every Jupyter program in this environment: widgets are saved and exported with what they showed last."""

import pathlib
import sys
import warnings

sys.path.append(str(pathlib.Path(sys.prefix, "share", "jupyter")))

import widget_snapshots

warnings.filterwarnings("ignore", "Overriding existing pre_save_hook")  # the server reads its settings twice
c = get_config()
c.FileContentsManager.pre_save_hook = widget_snapshots.before_saving
c.HTMLExporter.preprocessors = [widget_snapshots.before_export]
