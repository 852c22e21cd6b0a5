"""Every phrase's own samples and counter-samples."""

from __future__ import annotations

from qt_app.core.phrasebook.matching import find_matches


def test_sample_is_one_hit_with_its_first_code(rule, sample, find):
    hits = find(sample)
    expected = rule.codes[0][0]
    assert len(hits) == 1, [(hit.rule, hit.code, hit.message) for hit in hits]
    assert expected == "{code}" or hits[0].code == expected, hits[0]


def test_counter_sample_is_no_hit(rule, counter, find):
    assert [(hit.rule, hit.message) for hit in find(counter)] == []


def test_every_rule_matches_one_of_its_samples(rule, book):
    found = [match.rule.id for text in rule.samples for match in find_matches(text, book)]
    assert rule.id in found


def test_there_are_samples_enough(book):
    assert sum(len(rule.samples) for rule in book.rules) >= 250
