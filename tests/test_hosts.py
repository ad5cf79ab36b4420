"""A site that is shown to an editor is shown on this machine, and under its own names alone."""

from __future__ import annotations

import pytest

from tests.sites import briefings
from topic_briefings.errors import SettingsError
from topic_briefings.mkdocs_edge.hosts import guard, refuse_open


class Server:
    """As much of MkDocs' server as is asked."""

    def __init__(self, host: str) -> None:
        self.host = host
        self._app = lambda environ, start_response: [b"the site"]

    def get_app(self):
        return self._app

    def set_app(self, app) -> None:
        self._app = app

    def asked(self, name: str) -> tuple[str, bytes]:
        said = ["200"]
        answer = self._app({"HTTP_HOST": name}, lambda status, _: said.append(status))
        return said[-1], b"".join(answer)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
@pytest.mark.parametrize("name", ["localhost:8000", "127.0.0.1:8000", "LOCALHOST", "[::1]:8000"])
def test_its_own_names_are_answered(host, name):
    server = Server(host)
    guard(server)
    assert server.asked(name) == ("200", b"the site")


@pytest.mark.parametrize(
    "name", ["evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "", "10.1.1.1"]
)
def test_no_other_name_is(name):
    server = Server("127.0.0.1")
    guard(server)
    status, said = server.asked(name)
    assert status == "403 Forbidden"
    assert b"the site" not in said


def test_a_server_that_its_owner_opened_by_mkdocs_answers_as_before():
    server = Server("0.0.0.0")  # noqa: S104 - what is looked at
    guard(server)
    assert server.asked("desk.example:8000") == ("200", b"the site")


@pytest.mark.parametrize("address", ["0.0.0.0:8000", "[::]:8000", "192.168.1.5:80", "desk.example:8000", ":8000"])
def test_an_address_that_others_reach_is_refused(address):
    with pytest.raises(SettingsError, match="can be reached from other machines"):
        refuse_open(address, "--address")


@pytest.mark.parametrize("address", ["127.0.0.1:8000", "localhost:8001", "[::1]:8000", "LocalHost:1"])
def test_one_of_this_machine_is_not(address):
    refuse_open(address, "--address")


def test_the_command_says_so_in_one_sentence(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\ndev_addr: 0.0.0.0:8000\nplugins: [briefings]\n")
    done = briefings("serve", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith('mkdocs.yml: dev_addr: "0.0.0.0:8000" can be reached from other machines')
    assert briefings("serve", "--address", "0.0.0.0:8000", cwd=tmp_path).returncode == 2
