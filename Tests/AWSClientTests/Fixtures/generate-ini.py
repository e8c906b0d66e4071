"""Writes ini.json: texts of profile files with what botocore reads from them; null where it refuses them.

Run it with a Python that has botocore, in this directory: python3 generate-ini.py
"""

import json
import pathlib
import tempfile

import botocore
from botocore.configloader import build_profile_map, raw_config_parse
from botocore.exceptions import ConfigParseError

CASES = [
    ("empty file", ""),
    ("default profile", "[default]\nregion = us-east-1\n"),
    ("no line feed at the end", "[default]\nregion=us-east-1"),
    ("named profile", "[profile dev]\nregion = eu-central-1\n[default]\noutput = json\n"),
    ("profile without the word", "[dev]\nregion = eu-central-1\n"),
    ("double quotes", '[profile "my team"]\nregion = eu-central-1\n'),
    ("single quotes", "[profile 'my team']\nregion = eu-central-1\n"),
    ("quotes inside a word", "[profile my' 'team]\nregion = eu-central-1\n"),
    ("escaped blank", "[profile my\\ team]\nregion = eu-central-1\n"),
    ("escaped quote", '[profile "my \\"team\\""]\nregion = eu-central-1\n'),
    ("escaped letter in quotes", '[profile "my\\team"]\nregion = eu-central-1\n'),
    ("open quote", "[profile 'dev]\nregion = eu-central-1\n"),
    ("three words", "[profile my team]\nregion = eu-central-1\n"),
    ("empty name", "[profile '']\nregion = eu-central-1\n"),
    ("blanks around the name", "[  profile   dev  ]\nregion = eu-central-1\n"),
    ("tab in the title", "[profile\tdev]\nregion = eu-central-1\n"),
    ("bracket in the title", "[profile a]b]\nregion = eu-central-1\n"),
    ("text after the title", "[default] # mine\nregion = us-east-1\n"),
    ("default in both forms", "[default]\na = 1\nb = 1\n[profile default]\na = 2\n"),
    ("default in both forms, turned round", "[profile default]\na = 2\n[default]\na = 1\nb = 1\n"),
    ("DEFAULT", "[DEFAULT]\nregion = us-east-1\noutput = json\n[profile dev]\noutput = text\n"),
    ("DEFAULT twice", "[DEFAULT]\na = 1\n[profile dev]\nb = 2\n[DEFAULT]\nc = 3\n"),
    ("colon", "[default]\nregion: us-east-1\n"),
    ("colon before equals", "[default]\nrole: arn=x\n"),
    ("equals in the value", "[default]\nurl = http://127.0.0.1:1/?a=b\n"),
    ("no blanks", "[default]\nregion=us-east-1\n"),
    ("many blanks", "[default]\nregion   =    us-east-1   \n"),
    ("tabs", "[default]\nregion\t=\tus-east-1\t\n"),
    ("key in capitals", "[default]\nREGION = us-east-1\n"),
    ("blank in the key", "[default]\nmy region = us-east-1\n"),
    ("empty value", "[default]\nregion =\noutput = json\n"),
    ("comments", "# one\n[default]\n; two\nregion = us-east-1\n  # three\noutput = json\n"),
    ("hash in the value", "[default]\nregion = us-east-1 # home\noutput = json;x\n"),
    ("quotes in the value", '[default]\nregion = "us-east-1"\n'),
    ("blank lines", "\n\n[default]\n\nregion = us-east-1\n\noutput = json\n"),
    ("indented keys", "[default]\n  region = us-east-1\n  output = json\n"),
    ("keys indented less and less", "[default]\n    region = us-east-1\n  output = json\ncli = x\n"),
    ("keys indented more and more", "[default]\nregion = us-east-1\n  output = json\n    cli = x\n"),
    ("indented title", "[default]\nregion = us-east-1\n  [profile dev]\noutput = json\n"),
    ("title indented under another", "[default]\n  [profile dev]\n  output = json\n"),
    ("value on two lines", "[default]\ntext = one\n  two\n  three\nregion = x\n"),
    ("comment within a value", "[default]\ntext = one\n  # no\n  two\n"),
    ("blank line within a value", "[default]\ntext = one\n\n  two\n\nregion = x\n"),
    ("nested section", "[default]\ns3 =\n  addressing_style = path\n  max = 1=2\nregion = x\n"),
    ("nested section with tabs", "[default]\ns3 =\n\taddressing_style\t=\tpath\n"),
    ("nested keys in capitals", "[default]\ns3 =\n  Addressing = Path\n"),
    ("blank line in a nested section", "[default]\ns3 =\n\n  a = b\n\n  c = d\n"),
    ("comment in a nested section", "[default]\ns3 =\n  # no\n  a = b\n  ; no\n  c = d\n"),
    ("nested line without equals", "[default]\ns3 =\n  nothing\n"),
    ("nested line with a colon", "[default]\ns3 =\n  a: b\n"),
    (
        "services",
        "[profile dev]\nservices = mine\n[services mine]\n"
        "chime_sdk_identity =\n  endpoint_url = http://127.0.0.1:1\n",
    ),
    ("sso session", "[sso-session mine]\nsso_region = us-east-1\n[profile dev]\nsso_session = mine\n"),
    ("carriage returns", "[default]\r\nregion = us-east-1\r\noutput = json\r\n"),
    ("carriage returns alone", "[default]\rregion = us-east-1\routput = json\r"),
    ("carriage returns in a nested section", "[default]\r\ns3 =\r\n  a = b\r\nregion = x\r\n"),
    ("unicode", "[profile équipe]\nnom = 日本語\n"),
    ("section twice", "[default]\na = 1\n[default]\nb = 1\n"),
    ("key twice", "[default]\na = 1\nA = 2\n"),
    ("no title", "region = us-east-1\n"),
    ("open bracket", "[default\nregion = us-east-1\n"),
    ("empty brackets", "[]\nregion = us-east-1\n"),
    ("key alone", "[default]\nregion\n"),
    ("no key", "[default]\n= us-east-1\n"),
]


def read(text):
    """Read a text with botocore."""
    with tempfile.NamedTemporaryFile("w", newline="", encoding="utf-8", suffix=".ini") as file:
        file.write(text)
        file.flush()
        try:
            raw = raw_config_parse(file.name)
        except ConfigParseError:
            return {"sections": None, "profiles": None, "services": None}
    built = build_profile_map(raw)
    return {"sections": raw, "profiles": built["profiles"], "services": built["services"]}


output = {
    "botocore": botocore.__version__,
    "cases": [{"name": name, "text": text, **read(text)} for name, text in CASES],
}
path = pathlib.Path(__file__).with_name("ini.json")
path.write_text(json.dumps(output, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
