"""Requests about the tags of users and app instances, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from .sequence import CHOICES, TAG_KEYS, TAGS, USER_IDS, SequenceOfRequests, rule, tag_list


class RequestsAboutTags(SequenceOfRequests):
    """TagResource and UntagResource."""

    @rule(choice=CHOICES, user_id=USER_IDS, tags=TAGS)
    def tag(self, choice: int, user_id: str, tags: dict[str, str]) -> None:
        """Put tags."""
        self._tag(self.some_taggable(choice, user_id), tags)

    @rule(choice=CHOICES, user_id=USER_IDS, first=st.integers(0, 40))
    def tag_to_the_limit(self, choice: int, user_id: str, first: int) -> None:
        """Put as many tags as fit in a request, by which the limit is reached some time."""
        self._tag(
            self.some_taggable(choice, user_id), {f"key-{number}": "v" for number in range(first, first + 50)}
        )

    def _tag(self, arn: str, tags: dict[str, str]) -> None:
        self.compare(
            lambda: self.client.tag_resource(ResourceARN=arn, Tags=tag_list(tags)),
            lambda: self.model.tag(arn, tags),
        )

    @rule(choice=CHOICES, user_id=USER_IDS, keys=st.lists(TAG_KEYS, min_size=1, unique=True))
    def untag(self, choice: int, user_id: str, keys: list[str]) -> None:
        """Remove tags, which may not be there."""
        arn = self.some_taggable(choice, user_id)
        self.compare(
            lambda: self.client.untag_resource(ResourceARN=arn, TagKeys=keys),
            lambda: self.model.untag(arn, keys),
        )

    @rule(choice=CHOICES, user_id=USER_IDS, first=st.integers(0, 40))
    def untag_many(self, choice: int, user_id: str, first: int) -> None:
        """Make room for tags again."""
        arn = self.some_taggable(choice, user_id)
        keys = [f"key-{number}" for number in range(first, first + 50)]
        self.compare(
            lambda: self.client.untag_resource(ResourceARN=arn, TagKeys=keys),
            lambda: self.model.untag(arn, keys),
        )
