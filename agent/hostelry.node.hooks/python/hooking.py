"""What VDSM's hooks import: the domain's XML in, the domain's XML out."""

import json
import os
import subprocess
import sys
from xml.dom import minidom


def read_domxml():
    return minidom.parse(os.environ['_hook_domxml'])


def write_domxml(domxml):
    with open(os.environ['_hook_domxml'], 'wb') as out:
        out.write(domxml.toxml(encoding='utf-8'))


def read_json():
    with open(os.environ['_hook_json']) as source:
        return json.load(source)


def write_json(data):
    with open(os.environ['_hook_json'], 'w') as out:
        json.dump(data, out)


def tobool(value):
    if value is None:
        return False
    return str(value).strip().lower() in ('true', '1', 'y', 'yes', 'on')


def log(message):
    sys.stderr.write('%s\n' % message)


def exit_hook(message, return_code=2):
    """Ends the hook, and says why. 2 is: the act shall not be done, and no other hook be asked."""
    log(message)
    sys.exit(return_code)


def execCmd(command, raw=True, **more):
    """Runs a program; answers its exit code, output and errors."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, errors = process.communicate(more.get('data'))
    if not raw:
        out, errors = out.splitlines(), errors.splitlines()
    return process.returncode, out, errors
