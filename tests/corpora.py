"""Small topics and texts that tests work out by hand."""

from lundian.words.topics import Concept, Topic

TOPICS = {
    "small": Topic(
        "small",
        {"en": "Small", "zh": "小题"},
        {"en": "What is small?", "zh": "何为小？"},
        {
            "platform": Concept("platform", "platform", "平台", {"平台": "platform"}),
            "brokerage": Concept(
                "brokerage", "brokerage", "中介", {"撮合": "matchmaking", "中介": "broker", "消费平权": "equality"}
            ),
        },
        (("platform", "brokerage"),),
        {"去流量": "leaving traffic"},
    )
}
