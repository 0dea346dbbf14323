"""What the widgets of a notebook showed last, as HTML that needs no program and no network.

JupyterLab and nbclient keep the state of widgets in the notebook's metadata. Only scripts from the network can draw
that; freeze() writes it beside each widget, where GitHub, other viewers and exports find it.
"""

import re
from html import escape

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
SIDE_BY_SIDE = '<div style="display:inline-block;vertical-align:top;margin-right:1em">'
BOXES = ("VBoxModel", "HBoxModel", "TabModel")
SELECTIONS = ("DropdownModel", "ToggleButtonsModel")
PICTURES = ("image/png", "image/jpeg")


def before_saving(model, **_):
    """For the server: what it saves shows every widget as it is."""
    if model["type"] == "notebook" and model.get("content"):
        freeze(model["content"])


def before_export(notebook, resources):
    """For nbconvert: the snapshots, and no state that would be drawn in their place."""
    freeze(notebook)
    notebook.metadata.pop("widgets", None)
    return notebook, resources


def freeze(notebook):
    """Renews the text/html beside every widget whose state the notebook has."""
    states = notebook["metadata"].get("widgets", {}).get(STATE, {}).get("state", {})
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            view = output.get("data", {}).get(VIEW, {}).get("model_id")
            if view in states:
                output["data"]["text/html"] = widget(view, states)


def widget(reference, states):
    model = states.get(reference.removeprefix("IPY_MODEL_"), {})
    kind = model.get("model_name", "")
    state = model.get("state", {})  # JupyterLab leaves out what a page would take for granted
    if kind in BOXES:
        return box(kind, state, [widget(child, states) for child in state.get("children", [])])
    if kind == "OutputModel":
        return "\n".join(shown(output, states) for output in state.get("outputs", []))
    if kind == "ImageModel":
        return "\n".join(picture("image/" + escape(state.get("format", "png")), file["data"])
                         for file in model.get("buffers", []))
    said = value(kind, state)
    description = escape(state.get("description", "Upload" if kind == "FileUploadModel" else ""))
    if kind == "ButtonModel":
        description = f"[{description}]"
    return f"<div>{description}{': ' if description and said else ''}{said}</div>"


def box(kind, state, children):
    if kind == "HBoxModel":
        children = [f"{SIDE_BY_SIDE}{child}</div>" for child in children]
    titles = [f"<h4>{escape(title)}</h4>" for title in state.get("titles", [])] or [""] * len(children)
    return "<div>" + "\n".join(map("".join, zip(titles, children))) + "</div>"


def value(kind, state):
    """What a control says, as HTML."""
    now = state.get("value", "")
    if kind == "HTMLModel":
        return now
    if kind == "LabelModel":
        return escape(now)
    if kind in ("ButtonModel", ""):
        return ""
    if kind in SELECTIONS:
        now = state["_options_labels"][state.get("index") or 0]
    elif kind == "CheckboxModel":
        now = "yes" if now else "no"
    elif kind == "FileUploadModel":
        now = "; ".join(f"{file['name']}, {file['size']:,} bytes" for file in now) or "nothing yet"
    elif kind == "IntProgressModel":
        now = f"{now or 0} of {state.get('max', 100)}"
    else:
        now = str(round(now or 0, 12))
    return f"<b>{escape(now)}</b>"


def shown(output, states):
    """An entry of an output area, as HTML."""
    data = output.get("data", {})
    if data.get(VIEW, {}).get("model_id") in states:
        return widget(data[VIEW]["model_id"], states)
    if "text/html" in data:
        return text(data["text/html"])
    for kind in PICTURES:
        if kind in data:
            return picture(kind, text(data[kind]), text(data["text/plain"]))
    trace = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(output.get("traceback", [])))
    return "<pre>" + escape(trace or text(data.get("text/plain", output.get("text", "")))) + "</pre>"


def picture(kind, base64, words="picture"):
    return f'<img src="data:{kind};base64,{base64}" alt="{escape(words)}"/>'


def text(lines):
    return "".join(lines)
